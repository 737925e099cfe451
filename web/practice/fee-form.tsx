import { useTranslation } from 'react-i18next';
import type { PracticeView } from '#contract/views.ts';
import { dollars, parseDollars } from '#domain/kernel/money.ts';
import { parseProcedureCode } from '#domain/kernel/procedure-code.ts';
import type { Fee } from '#domain/practice/practice-events.ts';
import { DraftForm } from '../case/case-form.tsx';
import { CodeField } from '../guide/code-field.tsx';
import { DateField, TextField } from '../ui/fields.tsx';
import { useFormat } from '../ui/format.ts';
import { read, readDate } from '../ui/reading.ts';
import { usePracticeForm } from './use-practice-form.ts';

interface Props {
  readonly practice: PracticeView;
  readonly fee: Fee | undefined;
  readonly onDone: () => void;
}

/** A fee holds from a day on; an earlier one stays for earlier days. */
export function FeeForm({ practice, fee, onDone }: Props) {
  const { t } = useTranslation();
  const { today } = useFormat();
  const form = usePracticeForm({
    practice,
    command: 'set-fee',
    about: fee ? `${fee.code}.${fee.from}` : 'new',
    initial: {
      code: String(fee?.code ?? 'D9992'),
      amount: fee ? dollars(fee.amount) : '',
      from: String(fee?.from ?? today()),
    },
    build: (draft) => ({
      fee: {
        code: read(parseProcedureCode, draft.code, '/fee/code'),
        amount: read(parseDollars, draft.amount, '/fee/amount'),
        from: readDate(draft.from, '/fee/from'),
      },
    }),
    done: onDone,
  });
  const { draft, change } = form;
  return (
    <DraftForm form={form} submitLabel={t('web.form.save')} onCancel={onDone}>
      <CodeField
        at="/fee/code"
        label={t('web.fact.code')}
        data-autofocus
        value={draft.code}
        onValue={(code) => change({ code })}
      />
      <TextField
        at="/fee/amount"
        label={t('web.practice.amount')}
        inputMode="decimal"
        value={draft.amount}
        onValue={(amount) => change({ amount })}
      />
      <DateField
        at="/fee/from"
        label={t('web.practice.from')}
        value={draft.from}
        onValue={(from) => change({ from })}
      />
    </DraftForm>
  );
}
