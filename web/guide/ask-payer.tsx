import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rulingOn, type PayerRulings } from '#domain/code-guide/payer-rulings.ts';
import { parseCalendarDate } from '#domain/kernel/calendar-date.ts';
import { useFormat } from '../ui/format.ts';
import { useWord } from '../ui/say.ts';
import { RulingDays } from './ruling-days.tsx';
import { RulingFacts } from './ruling-facts.tsx';
import { StatusBadge } from './status-badge.tsx';

interface Props {
  readonly code: string;
  readonly payers: readonly PayerRulings[];
}

const another = 'another';

/** "Will this payer pay it, on this day of service?", answered from the rulebook alone. */
export function AskPayer({ code, payers }: Props) {
  const { t } = useTranslation();
  const word = useWord();
  const { today } = useFormat();
  const real = payers.filter(({ fictional }) => !fictional);
  const invented = payers.filter(({ fictional }) => fictional);
  const [chosen, choose] = useState(real.find(({ rulings }) => rulings.length > 0)?.payer ?? another);
  const [text, setText] = useState<string>(today());
  const named = (group: readonly PayerRulings[]) =>
    group.map(({ payer, name, line }) => ({ value: payer, label: `${name} (${word('payerLine', line)})` }));
  return (
    <div className="guide-ask">
      <div className="guide-ask-fields">
        <NativeSelect
          label={t('web.guide.payer')}
          value={chosen}
          onChange={(event) => choose(event.currentTarget.value)}
          data={[
            ...named(real),
            { value: another, label: t('web.guide.anotherPayer') },
            { group: t('web.guide.invented'), items: named(invented) },
          ]}
        />
        <TextInput
          type="date"
          label={t('web.guide.serviceDate')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </div>
      <Answer code={code} payer={payers.find(({ payer }) => payer === chosen)} day={text} />
    </div>
  );
}

interface AnswerProps {
  readonly code: string;
  readonly payer: PayerRulings | undefined;
  readonly day: string;
}

function Answer({ code, payer, day }: AnswerProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const on = parseCalendarDate(day);
  if (typeof on !== 'string') return <p aria-live="polite">{t('web.guide.noDay')}</p>;
  const ruling = payer && rulingOn(payer, on);
  const name = payer?.name ?? t('web.guide.thisPayer');
  const otherDays = (payer?.rulings ?? []).filter((each) => each !== ruling);
  return (
    <div className="guide-answer" aria-live="polite" data-status={ruling?.status ?? 'unknown'}>
      <p>
        <StatusBadge status={ruling?.status ?? 'unknown'} />{' '}
        {t(ruling ? 'web.guide.answerKnown' : 'web.guide.answerUnknown', {
          payer: name,
          code,
          date: format.date(on),
        })}
      </p>
      {ruling && <RulingFacts ruling={ruling} />}
      {otherDays.map((other) => (
        <p key={other.from}>
          {t('web.guide.otherDays')} <RulingDays ruling={other} />: <StatusBadge status={other.status} />
        </p>
      ))}
    </div>
  );
}
