import { useTranslation } from 'react-i18next';
import { categoryOf, mayLast, replacesTeeth, type CodeCategory } from '#domain/estimate/code-category.ts';
import { parseDollars, dollars } from '#domain/kernel/money.ts';
import { parseProcedureCode } from '#domain/kernel/procedure-code.ts';
import { isRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { fdiOf, toothFromFdi } from '#domain/kernel/tooth-fdi.ts';
import { oralAreas, parseOralArea, parseSurfaces, parseTooth, type Tooth } from '#domain/kernel/tooth.ts';
import { modalities, planItemStatuses, urgencies, type PlanItem } from '#domain/treatment-plan/plan-item.ts';
import { useCaseView } from '../case/case-context.tsx';
import { DraftForm } from '../case/case-form.tsx';
import { useCaseForm } from '../case/use-case-form.ts';
import { CodeField } from '../guide/code-field.tsx';
import { newId } from '../ui/clock.ts';
import { ChecksField, ChoiceField, DateField, LongTextField, TextField } from '../ui/fields.tsx';
import {
  optional,
  present,
  read,
  readOptional,
  readOptionalDate,
  readText,
  readWord,
} from '../ui/reading.ts';
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
  readonly numbering: 'universal' | 'fdi';
  readonly area: string;
  readonly surfaces: string;
  readonly ownerMemberId: string;
  readonly order: string;
  readonly after: readonly string[];
  readonly fee: string;
  readonly status: string;
  readonly note: string;
  readonly minutes: string;
  readonly treatmentMonths: string;
  readonly toothLostOn: string;
  readonly modality: string;
  readonly urgency: string;
  readonly conditionId: string;
  readonly alternatives: readonly string[];
  readonly notBefore: string;
  readonly due: string;
  readonly startsOn: string;
  readonly on: string;
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
    numbering: 'universal',
    minutes: item?.minutes === undefined ? '' : String(item.minutes),
    treatmentMonths: item?.treatmentMonths === undefined ? '' : String(item.treatmentMonths),
    toothLostOn: item?.toothLostOn ?? '',
    modality: item?.modality ?? 'office',
    urgency: item?.urgency ?? 'routine',
    conditionId: item?.conditionId ?? '',
    alternatives: item?.alternatives ?? [],
    notBefore: item?.notBefore ?? '',
    due: item?.due ?? '',
    startsOn: item?.startsOn ?? '',
    on: item?.on ?? '',
  };
}

function parserOf({ numbering }: Pick<ItemDraft, 'numbering'>): (text: string) => Tooth | Refusal {
  return numbering === 'fdi' ? toothFromFdi : parseTooth;
}

/** Whole minutes of one day. */
function parseMinutes(text: string): number | Refusal {
  const minutes = Number(text.trim());
  return /^\d{1,4}$/.test(text.trim()) && minutes <= 1440 ? minutes : refuse('plan/not-minutes', { text });
}

/** The first step is 1. */
function parsePlace(text: string): number | Refusal {
  const place = Number(text.trim());
  return /^\d{1,3}$/.test(text.trim()) && place >= 1 ? place : refuse('plan/not-a-place', { text });
}

/** Whole months of orthodontic treatment. */
function parseMonths(text: string): number | Refusal {
  const months = Number(text.trim());
  return /^\d{1,3}$/.test(text.trim()) && months >= 1 && months <= 120
    ? months
    : refuse('plan/not-months', { text });
}

/** What is asked for depends on the code: months of orthodontics, the day on which a tooth was lost. */
function categoryTyped({ code }: Pick<ItemDraft, 'code'>): CodeCategory | undefined {
  const parsed = parseProcedureCode(code);
  return isRefusal(parsed) ? undefined : categoryOf(parsed);
}

/** Where the work may last, and where a start was recorded already. */
function isAskedForStart(draft: ItemDraft): boolean {
  const category = categoryTyped(draft);
  return category === undefined ? draft.startsOn !== '' : mayLast(category);
}

/** What was typed, in the other numbers: both are shown, so that a slip between them is seen. */
function otherNumber({ tooth, numbering }: ItemDraft): string | undefined {
  const parsed = tooth.trim() === '' ? undefined : parserOf({ numbering })(tooth);
  if (parsed === undefined || isRefusal(parsed)) return undefined;
  return numbering === 'fdi' ? parsed : fdiOf(parsed);
}

function readItem(draft: ItemDraft): PlanItem {
  const category = categoryTyped(draft);
  return present({
    itemId: draft.itemId,
    text: readText(draft.text, '/item/text'),
    code: readOptional(parseProcedureCode, draft.code, '/item/code'),
    tooth: readOptional(parserOf(draft), draft.tooth, '/item/tooth'),
    area: readOptional(parseOralArea, draft.area, '/item/area'),
    surfaces: read(parseSurfaces, draft.surfaces, '/item/surfaces'),
    ownerMemberId: optional(draft.ownerMemberId),
    order: read(parsePlace, draft.order, '/item/order'),
    after: [...draft.after],
    fee: readOptional(parseDollars, draft.fee, '/item/fee'),
    status: readWord(planItemStatuses, draft.status, '/item/status'),
    note: optional(draft.note),
    minutes: readOptional(parseMinutes, draft.minutes, '/item/minutes'),
    treatmentMonths:
      category === 'orthodontics'
        ? readOptional(parseMonths, draft.treatmentMonths, '/item/treatmentMonths')
        : undefined,
    toothLostOn:
      category && replacesTeeth(category)
        ? readOptionalDate(draft.toothLostOn, '/item/toothLostOn')
        : undefined,
    modality: readWord(modalities, draft.modality, '/item/modality'),
    urgency: readWord(urgencies, draft.urgency, '/item/urgency'),
    conditionId: optional(draft.conditionId),
    alternatives: draft.alternatives.length === 0 ? undefined : [...draft.alternatives],
    notBefore: readOptionalDate(draft.notBefore, '/item/notBefore'),
    due: readOptionalDate(draft.due, '/item/due'),
    startsOn: isAskedForStart(draft) ? readOptionalDate(draft.startsOn, '/item/startsOn') : undefined,
    on: readOptionalDate(draft.on, '/item/on'),
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
  const text = (name: 'surfaces' | 'order' | 'fee' | 'minutes' | 'treatmentMonths') => (
    <TextField
      at={`/item/${name}`}
      label={t(`web.plan.field.${name}`)}
      value={draft[name]}
      onValue={(value) => change({ [name]: value })}
    />
  );
  const day = (name: 'notBefore' | 'due' | 'startsOn' | 'on' | 'toothLostOn') => (
    <DateField
      at={`/item/${name}`}
      label={t(`web.plan.field.${name}`)}
      value={draft[name]}
      onValue={(value) => change({ [name]: value })}
    />
  );
  const other = otherNumber(draft);
  const category = categoryTyped(draft);
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
        <ChoiceField
          label={t('web.plan.field.numbering')}
          value={draft.numbering}
          onValue={(value) => change({ numbering: value === 'fdi' ? 'fdi' : 'universal' })}
          choices={(['universal', 'fdi'] as const).map((value) => ({
            value,
            label: t(`web.plan.numbering.${value}`),
          }))}
        />
        <TextField
          at="/item/tooth"
          label={t('web.plan.field.tooth')}
          value={draft.tooth}
          onValue={(tooth) => change({ tooth })}
          description={
            other && `${t(`web.plan.numbering.${draft.numbering === 'fdi' ? 'universal' : 'fdi'}`)} ${other}`
          }
        />
      </div>
      <div className="three-fields">
        {text('surfaces')}
        <ChoiceField
          at="/item/area"
          label={t('web.plan.field.area')}
          empty={t('web.form.none')}
          value={draft.area}
          onValue={(area) => change({ area })}
          choices={choices('area', oralAreas)}
        />
        {text('fee')}
      </div>
      {category === 'orthodontics' && text('treatmentMonths')}
      {category && replacesTeeth(category) && day('toothLostOn')}
      <div className="three-fields">
        {text('minutes')}
        <ChoiceField
          at="/item/modality"
          label={t('web.plan.field.modality')}
          value={draft.modality}
          onValue={(modality) => change({ modality })}
          choices={choices('modality', modalities)}
        />
        <ChoiceField
          at="/item/urgency"
          label={t('web.plan.field.urgency')}
          value={draft.urgency}
          onValue={(urgency) => change({ urgency })}
          choices={choices('urgency', urgencies)}
        />
      </div>
      <div className="three-fields">
        {day('notBefore')}
        {day('due')}
        {day('on')}
      </div>
      {isAskedForStart(draft) && day('startsOn')}
      <div className="two-fields">
        <ChoiceField
          label={t('web.plan.field.condition')}
          empty={t('web.form.none')}
          value={draft.conditionId}
          onValue={(conditionId) => change({ conditionId })}
          choices={view.patient.conditions.map(({ conditionId, text: label }) => ({
            value: conditionId,
            label,
          }))}
        />
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
      {others.length > 0 && (
        <ChecksField
          at="/item/alternatives"
          label={t('web.plan.field.alternatives')}
          values={draft.alternatives}
          onValues={(alternatives) => change({ alternatives })}
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
