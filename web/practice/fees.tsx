import { useTranslation } from 'react-i18next';
import { CodeLink } from '../guide/code-link.tsx';
import { useFormat } from '../ui/format.ts';
import { FeeForm } from './fee-form.tsx';
import { ListPart } from './list-part.tsx';
import type { PracticePartProps } from './practice-part.ts';

export function Fees({ practice, mayChange }: PracticePartProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ListPart
      name="fees"
      action="set-fee"
      items={practice.fees}
      idOf={({ code, from }) => `${code}.${from}`}
      mayChange={mayChange}
      show={(fee) => ({
        name: (
          <>
            <CodeLink code={fee.code} />: {format.money(fee.amount)}
          </>
        ),
        words: `${fee.code}: ${format.money(fee.amount)}`,
        facts: [t('web.practice.feeFrom', { date: format.date(fee.from) })],
      })}
      form={(fee, onDone) => <FeeForm practice={practice} fee={fee} onDone={onDone} />}
    />
  );
}
