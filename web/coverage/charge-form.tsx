import { useTranslation } from 'react-i18next';
import { askedFirst } from '#domain/coverage/coverage-on-day.ts';
import { dollars, parseDollars } from '#domain/kernel/money.ts';
import { procedureCode } from '#domain/kernel/procedure-code.ts';
import { usePractice } from '../api/practice.ts';
import { useSession } from '../api/session.ts';
import { useCaseView } from '../case/case-context.tsx';
import { DraftForm } from '../case/case-form.tsx';
import { useCaseForm } from '../case/use-case-form.ts';
import { newId, nowInstant } from '../ui/clock.ts';
import { CoordinationPanel } from './coordination-panel.tsx';
import { LongTextField, TapField, TextField } from '../ui/fields.tsx';
import { useFormat } from '../ui/format.ts';
import { read, readText } from '../ui/reading.ts';

/** Told and agreed before the work is billed. */
export function ChargeForm({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation();
  const session = useSession();
  const practice = usePractice();
  const { today } = useFormat();
  const { patient } = useCaseView();
  const { firstName, lastName } = patient.demographics;
  const coverage = askedFirst(patient.coverages, today());
  const fee = practice.data?.fees.filter(({ code }) => code === 'D9992').at(-1);
  const form = useCaseForm({
    command: 'agree-charge',
    about: 'new',
    initial: {
      agreementId: newId(),
      amount: fee ? dollars(fee.amount) : '',
      toldTo: `${firstName} ${lastName}`,
      agreed: 'yes',
      note: '',
    },
    build: (draft) => ({
      agreement: {
        agreementId: draft.agreementId,
        code: procedureCode('D9992'),
        amount: read(parseDollars, draft.amount, '/agreement/amount'),
        toldAt: nowInstant(),
        toldBy: session.name,
        toldTo: readText(draft.toldTo, '/agreement/toldTo'),
        agreed: draft.agreed === 'yes',
        note: draft.note.trim(),
      },
    }),
    done: onDone,
  });
  const { draft, change } = form;
  return (
    <DraftForm form={form} submitLabel={t('web.form.save')} onCancel={onDone}>
      {coverage && <CoordinationPanel coverage={coverage} serviceDate={today()} />}
      <TextField
        at="/agreement/amount"
        label={t('web.charge.amount')}
        inputMode="decimal"
        data-autofocus
        value={draft.amount}
        onValue={(amount) => change({ amount })}
      />
      <TextField
        at="/agreement/toldTo"
        label={t('web.charge.toldTo')}
        value={draft.toldTo}
        onValue={(toldTo) => change({ toldTo })}
      />
      <TapField
        label={t('web.charge.answer')}
        value={draft.agreed}
        onValue={(agreed) => change({ agreed })}
        choices={[
          { value: 'yes', label: t('web.charge.agreed') },
          { value: 'no', label: t('web.charge.refused') },
        ]}
      />
      <LongTextField
        label={t('web.charge.note')}
        minRows={1}
        value={draft.note}
        onValue={(note) => change({ note })}
      />
    </DraftForm>
  );
}
