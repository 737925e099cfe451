import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PredeterminationView } from '#contract/views.ts';
import { denials, grants, itemOutcomes } from '#domain/coverage/predetermination.ts';
import { useCaseEstimate, useCaseLedger } from '../api/estimate.ts';
import { useCaseView } from '../case/case-context.tsx';
import { DraftForm } from '../case/case-form.tsx';
import { wouldPass } from '../estimate/would-pass.ts';
import { usePatientForm } from '../patient/use-patient-form.ts';
import { ChoiceField, DateField, LongTextField, TapField, TextField } from '../ui/fields.tsx';
import { useFormat } from '../ui/format.ts';
import { useAbout } from '../ui/say.ts';
import {
  newAnswer,
  placeOf,
  promised,
  readAnswer,
  type AnswerDraft,
  type ItemDraft,
} from './answer-draft.ts';

interface Props {
  readonly asked: PredeterminationView;
  readonly onDone: () => void;
}

/** What the payer answered, item by item; too much for the maximum is said before it is saved. */
export function AnswerForm({ asked, onDone }: Props) {
  const { t } = useTranslation();
  const { patient } = useCaseView();
  const { today } = useFormat();
  const form = usePatientForm({
    patient,
    command: 'answer-predetermination',
    about: asked.predeterminationId,
    initial: newAnswer(asked, String(today())),
    build: (draft) => ({ answer: readAnswer(asked, draft) }),
    done: onDone,
  });
  const { draft, change } = form;
  const order = asked.items.map(({ item }) => item.itemId);
  return (
    <DraftForm form={form} submitLabel={t('predetermination.do.answer')} onCancel={onDone}>
      <div className="two-fields">
        <DateField
          at="/answer/on"
          label={t('predetermination.answeredOn')}
          value={draft.on}
          onValue={(on) => change({ on })}
        />
        <TextField
          at="/answer/reference"
          label={t('predetermination.answerReference')}
          value={draft.reference}
          onValue={(reference) => change({ reference })}
        />
      </div>
      <DateField
        at="/answer/goodThrough"
        label={t('predetermination.goodThroughLabel')}
        value={draft.goodThrough}
        onValue={(goodThrough) => change({ goodThrough })}
      />
      {asked.items.map(({ item }) => {
        const typed = draft.items[item.itemId];
        return (
          typed && (
            <ItemFields
              key={item.itemId}
              item={item}
              typed={typed}
              at={`/answer/items/${placeOf(draft, order, item.itemId)}`}
              onChange={(part) => change({ items: { ...draft.items, [item.itemId]: { ...typed, ...part } } })}
            />
          )
        );
      })}
      <Over asked={asked} draft={draft} />
    </DraftForm>
  );
}

interface ItemProps {
  readonly item: PredeterminationView['items'][number]['item'];
  readonly typed: ItemDraft;
  readonly at: string;
  readonly onChange: (part: Partial<ItemDraft>) => void;
}

function ItemFields({ item, typed, at, onChange }: ItemProps) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const { text, code, tooth, area, fee } = item;
  const place = [code, tooth ?? area, money(fee)].filter(Boolean).join(', ');
  const isGranted = grants(typed.outcome);
  return (
    <>
      <TapField
        at={at}
        label={`${text} (${place})`}
        value={typed.outcome}
        onValue={(outcome) => onChange({ outcome })}
        choices={[
          { value: '', label: t('predetermination.nothingSaid') },
          ...itemOutcomes.map((value) => ({ value, label: t(`predetermination.outcome.${value}`) })),
        ]}
      />
      {isGranted && (
        <div className="two-fields">
          <TextField
            at={`${at}/pays`}
            label={t('predetermination.pays')}
            inputMode="decimal"
            value={typed.pays}
            onValue={(pays) => onChange({ pays })}
          />
          <TextField
            at={`${at}/deductible`}
            label={t('predetermination.deductible')}
            inputMode="decimal"
            value={typed.deductible}
            onValue={(deductible) => onChange({ deductible })}
          />
        </div>
      )}
      {typed.outcome === 'alternate' && (
        <TextField
          at={`${at}/substitute`}
          label={t('predetermination.substitute')}
          value={typed.substitute}
          onValue={(substitute) => onChange({ substitute })}
        />
      )}
      {typed.outcome === 'denied' && (
        <ChoiceField
          at={`${at}/denial`}
          label={t('predetermination.denialLabel')}
          empty={t('web.form.choose')}
          value={typed.denial}
          onValue={(denial) => onChange({ denial })}
          choices={denials.map((value) => ({ value, label: t(`predetermination.denial.${value}`) }))}
        />
      )}
      {typed.outcome !== '' && (
        <LongTextField
          at={`${at}/reason`}
          label={t(`predetermination.reason.${isGranted ? 'granted' : typed.outcome}`)}
          minRows={1}
          value={typed.reason}
          onValue={(reason) => onChange({ reason })}
        />
      )}
    </>
  );
}

/** What is reserved for these items already is not counted beside their new answer. */
function Over({ asked, draft }: { readonly asked: PredeterminationView; readonly draft: AnswerDraft }) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const { caseId } = useCaseView();
  const { data } = useCaseEstimate(caseId);
  const { data: ledger } = useCaseLedger(caseId);
  const about = useAbout();
  if (!ledger) return null;
  const amounts = promised(draft);
  const services = asked.items.map(({ item, answer }) => ({
    code: item.code,
    date: data?.estimate?.steps.find(({ itemId }) => itemId === item.itemId)?.date ?? ledger.asOf,
    amount: amounts.get(item.itemId) ?? 0,
    counted: draft.items[item.itemId]?.outcome === '' ? 0 : (answer?.pays ?? 0),
  }));
  return wouldPass(ledger, { coverageId: asked.coverageId, services }).map(
    ({ plan, about: of, amount }, index) => (
      <Alert key={index} variant="default" role="status" title={t('predetermination.overTitle')}>
        {t('web.ledger.wouldPass', { plan, about: about(of), amount: money(amount) })}
      </Alert>
    ),
  );
}
