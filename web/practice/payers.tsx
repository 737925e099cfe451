import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/format.ts';
import { useWord } from '../ui/say.ts';
import { ListPart } from './list-part.tsx';
import { PayerForm } from './payer-form.tsx';
import type { PracticePartProps } from './practice-part.ts';

export function Payers({ practice, mayChange }: PracticePartProps) {
  const { t } = useTranslation();
  const word = useWord();
  const format = useFormat();
  return (
    <ListPart
      name="payers"
      action="record-payer"
      items={practice.payers}
      idOf={({ payerId }) => payerId}
      mayChange={mayChange}
      show={(payer) => ({
        name: payer.name,
        facts: [
          word('payerLine', payer.line),
          payer.claimPayerId,
          payer.telephone === undefined ? undefined : format.telephone(payer.telephone),
          payer.rulebookPayer === undefined
            ? t('web.practice.noRules')
            : t('web.practice.rules', { name: payer.rulebookPayer }),
        ],
      })}
      form={(payer, onDone) => <PayerForm practice={practice} payer={payer} onDone={onDone} />}
    />
  );
}
