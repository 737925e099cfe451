import { useTranslation } from 'react-i18next';
import { rulingOn, type PayerRulings } from '#domain/code-guide/payer-rulings.ts';
import { useFormat } from '../ui/format.ts';
import { useWord } from '../ui/say.ts';
import { AskPayer } from './ask-payer.tsx';
import { Part } from './part.tsx';
import { RulingDays } from './ruling-days.tsx';
import { RulingFacts } from './ruling-facts.tsx';
import { StatusBadge } from './status-badge.tsx';

interface Props {
  readonly code: string;
  readonly payers: readonly PayerRulings[];
}

/** What payers' rules say about the code, by day of service, and what nobody knows. */
export function PayerPart({ code, payers }: Props) {
  const { t } = useTranslation();
  const real = payers.filter(({ fictional }) => !fictional);
  const told = real.filter(({ rulings }) => rulings.length > 0);
  const invented = payers.filter(({ fictional, rulings }) => fictional && rulings.length > 0);
  return (
    <Part part="payers">
      <AskPayer code={code} payers={payers} />
      <h3>{t('web.guide.rulesByDay')}</h3>
      {told.map((payer) => (
        <PayerCard key={payer.payer} payer={payer} />
      ))}
      <p>{t(told.length > 0 ? 'web.guide.everyOther' : 'web.guide.noRuleKnown', { code })}</p>
      {invented.length > 0 && (
        <details className="guide-invented">
          <summary>{t('web.guide.invented')}</summary>
          {invented.map((payer) => (
            <PayerCard key={payer.payer} payer={payer} />
          ))}
        </details>
      )}
    </Part>
  );
}

function PayerCard({ payer }: { readonly payer: PayerRulings }) {
  const { t } = useTranslation();
  const word = useWord();
  const { today } = useFormat();
  const now = rulingOn(payer, today());
  return (
    <article className="claim" aria-label={payer.name}>
      <div className="answer">
        <h4>
          {payer.name} ({word('payerLine', payer.line)})
        </h4>
        <span>
          {t('web.guide.today')} <StatusBadge status={now?.status ?? 'unknown'} />
        </span>
        {payer.fictional && <span className="demo-mark">{t('web.guide.fictional')}</span>}
      </div>
      {payer.rulings.map((ruling) => (
        <div key={ruling.from} className="guide-ruling">
          <div className="answer">
            <strong>
              <RulingDays ruling={ruling} />
            </strong>
            <StatusBadge status={ruling.status} />
          </div>
          <RulingFacts ruling={ruling} />
        </div>
      ))}
    </article>
  );
}
