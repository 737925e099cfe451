import { useTranslation } from 'react-i18next';
import { parseDollars, dollars } from '#domain/kernel/money.ts';
import { parseProcedureCode } from '#domain/kernel/procedure-code.ts';
import { oralAreas, parseOralArea, parseSurfaces, parseTooth } from '#domain/kernel/tooth.ts';
import { planItemStatuses, type PlanItem } from '#domain/treatment-plan/plan-item.ts';
import { useCaseView } from '../case/case-context.tsx';
import { DraftForm } from '../case/case-form.tsx';
import { useCaseForm } from '../case/use-case-form.ts';
import { CodeField } from '../guide/code-field.tsx';
import { newId } from '../ui/clock.ts';
import { ChecksField, ChoiceField, LongTextField, TextField } from '../ui/fields.tsx';
import { optional, present, read, readOptional, readText, readWord } from '../ui/reading.ts';
import { useChoices } from '../ui/say.ts';

interface Props {
  readonly item: PlanItem | undefined;
  readonly onDone: () => void;
}

interface ItemDraft {
  readonly itemId: string;
  readonly text: string;
  readonly code: string;
  readonly tooth: string;
  readonly area: string;
  readonly surfaces: string;
  readonly ownerMemberId: string;
  readonly order: string;
  readonly after: readonly string[];
  readonly fee: string;
  readonly status: string;
  readonly note: string;
}

function asDraft(item: PlanItem | undefined, next: number): ItemDraft {
  return {
    itemId: item?.itemId ?? newId(),
    text: item?.text ?? '',
    code: item?.code ?? '',
    tooth: item?.tooth ?? '',
    area: item?.area ?? '',
    surfaces: item?.surfaces.join('') ?? '',
    ownerMemberId: item?.ownerMemberId ?? '',
    order: String(item?.order ?? next),
    after: item?.after ?? [],
    fee: item?.fee === undefined ? '' : dollars(item.fee),
    status: item?.status ?? 'proposed',
    note: item?.note ?? '',
  };
}

function readItem(draft: ItemDraft): PlanItem {
  return present({
    itemId: draft.itemId,
    text: readText(draft.text, '/item/text'),
    code: readOptional(parseProcedureCode, draft.code, '/item/code'),
    tooth: readOptional(parseTooth, draft.tooth, '/item/tooth'),
    area: readOptional(parseOralArea, draft.area, '/item/area'),
    surfaces: read(parseSurfaces, draft.surfaces, '/item/surfaces'),
    ownerMemberId: optional(draft.ownerMemberId),
    order: Number.parseInt(draft.order, 10) || 1,
    after: [...draft.after],
    fee: readOptional(parseDollars, draft.fee, '/item/fee'),
    status: readWord(planItemStatuses, draft.status, '/item/status'),
    note: optional(draft.note),
  });
}

/** In our own words; the code number only where one is known. */
export function PlanItemForm({ item, onDone }: Props) {
  const { t } = useTranslation();
  const choices = useChoices();
  const view = useCaseView();
  const form = useCaseForm({
    command: 'record-plan-item',
    about: item?.itemId ?? 'new',
    initial: asDraft(item, view.planItems.length + 1),
    build: (draft) => ({ item: readItem(draft) }),
    done: onDone,
  });
  const { draft, change } = form;
  const others = view.planItems.filter((each) => each.item.itemId !== draft.itemId);
  const text = (name: 'tooth' | 'surfaces' | 'order' | 'fee') => (
    <TextField
      at={`/item/${name}`}
      label={t(`web.plan.field.${name}`)}
      value={draft[name]}
      onValue={(value) => change({ [name]: value })}
    />
  );
  return (
    <DraftForm form={form} submitLabel={t('web.form.save')} onCancel={onDone}>
      <LongTextField
        at="/item/text"
        label={t('web.plan.field.text')}
        minRows={1}
        data-autofocus
        value={draft.text}
        onValue={(value) => change({ text: value })}
      />
      <div className="three-fields">
        <CodeField
          at="/item/code"
          label={t('web.plan.field.code')}
          value={draft.code}
          onValue={(code) => change({ code })}
        />
        {text('tooth')}
        {text('surfaces')}
      </div>
      <div className="three-fields">
        <ChoiceField
          at="/item/area"
          label={t('web.plan.field.area')}
          empty={t('web.form.none')}
          value={draft.area}
          onValue={(area) => change({ area })}
          choices={choices('area', oralAreas)}
        />
        {text('fee')}
        {text('order')}
      </div>
      <div className="two-fields">
        <ChoiceField
          label={t('web.plan.field.owner')}
          empty={t('web.ball.nobody')}
          value={draft.ownerMemberId}
          onValue={(ownerMemberId) => change({ ownerMemberId })}
          choices={view.members.map(({ member }) => ({ value: member.memberId, label: member.name }))}
        />
        <ChoiceField
          at="/item/status"
          label={t('web.plan.field.status')}
          value={draft.status}
          onValue={(status) => change({ status })}
          choices={choices('planStatus', planItemStatuses)}
        />
      </div>
      {others.length > 0 && (
        <ChecksField
          at="/item/after"
          label={t('web.plan.field.after')}
          values={draft.after}
          onValues={(after) => change({ after })}
          choices={others.map((each) => ({ value: each.item.itemId, label: each.item.text }))}
        />
      )}
      <LongTextField
        label={t('web.plan.field.note')}
        minRows={1}
        value={draft.note}
        onValue={(note) => change({ note })}
      />
    </DraftForm>
  );
}
