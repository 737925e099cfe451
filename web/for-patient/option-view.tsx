import { useTranslation } from 'react-i18next';
import { frequencyInWords, timeInWords, visitsInWords } from '#domain/decision/option-words.ts';
import type { Option, OptionCost, OptionRisk } from '#domain/decision/option-sheet.ts';
import { useFormat } from '../ui/format.ts';
import { useSay } from '../ui/say.ts';
import { HundredPeople } from './hundred-people.tsx';

/** One way to go, in rows that stand beside those of the other ways. */
export function OptionView({ option, number }: { readonly option: Option; readonly number: number }) {
  const { t } = useTranslation();
  const say = useSay();
  const { kind, name, what, visits, weeks, patientDoes, followUp, lasts, risks, cost } = option;
  const words = (text: string) => (text === '' ? t('forPatient.notSaid') : text);
  const title = `option-${option.optionId}`;
  return (
    <section className="option" data-kind={kind} aria-labelledby={title}>
      <header>
        <span className="option-kind">{t(`forPatient.kind.${kind}`)}</span>
        <h2 id={title}>
          <span className="option-number">{number}</span> {name}
        </h2>
      </header>
      <Row name="what">{words(what)}</Row>
      <Row name="visits">{say(visitsInWords(visits))}</Row>
      <Row name="weeks">{visits?.most === 0 ? '–' : say(timeInWords(weeks))}</Row>
      <Row name="patientDoes">{words(patientDoes)}</Row>
      <Row name="followUp">{words(followUp)}</Row>
      <Row name="lasts">
        {lasts.text === '' ? t('forPatient.notKnown') : <Said text={lasts.text} source={lasts.source} />}
      </Row>
      <Row name="risks">
        {risks.length === 0 ? (
          t('forPatient.notSaid')
        ) : (
          <ul>
            {risks.map((risk) => (
              <Risk key={risk.text} risk={risk} />
            ))}
          </ul>
        )}
      </Row>
      <Row name="cost">
        <Cost cost={cost} isNothing={option.itemIds.length === 0} />
      </Row>
    </section>
  );
}

type RowName = 'what' | 'visits' | 'weeks' | 'patientDoes' | 'followUp' | 'lasts' | 'risks' | 'cost';

function Row({ name, children }: { readonly name: RowName; readonly children: React.ReactNode }) {
  const { t } = useTranslation();
  return (
    <div className="option-row">
      <h3>{t(`forPatient.row.${name}`)}</h3>
      <div>{children}</div>
    </div>
  );
}

/** A statement with where it comes from; without a source it is what the dentist says. */
function Said({ text, source }: { readonly text: string; readonly source: string }) {
  const { t } = useTranslation();
  return (
    <>
      {text}
      <span className="said-by">
        {source === '' ? t('forPatient.dentistSays') : t('forPatient.source', { source })}
      </span>
    </>
  );
}

function Risk({ risk }: { readonly risk: OptionRisk }) {
  const say = useSay();
  const howMany = say(frequencyInWords(risk.ofHundred));
  return (
    <li>
      <Said text={risk.text} source={risk.source} />
      {risk.ofHundred && <HundredPeople ofHundred={risk.ofHundred} said={`${risk.text}: ${howMany}`} />}
      <strong>{howMany}</strong>
    </li>
  );
}

function Cost({ cost, isNothing }: { readonly cost: OptionCost; readonly isNothing: boolean }) {
  const { t } = useTranslation();
  const { date, money } = useFormat();
  if (isNothing) return t('forPatient.cost.nothingNow');
  return (
    <>
      {cost.years.length === 0 ? (
        <strong>{t('forPatient.cost.notKnown')}</strong>
      ) : (
        <dl className="cost-years">
          {cost.years.map(({ from, through, patient: { least, most } }) => (
            <div key={from}>
              <dt>{t('forPatient.cost.year', { from: date(from), through: date(through) })}</dt>
              <dd>
                {t(`forPatient.cost.${least === most ? 'same' : 'range'}`, {
                  least: money(least),
                  most: money(most),
                })}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {cost.fees !== undefined && <p>{t('forPatient.cost.fees', { money: money(cost.fees) })}</p>}
      {cost.stepsWithoutFee > 0 && <p>{t('forPatient.cost.withoutFee', { count: cost.stepsWithoutFee })}</p>}
      {cost.reasons.map((reason) => (
        <p key={reason}>{reason}</p>
      ))}
      <p className="said-by">{t('forPatient.cost.notPromise')}</p>
    </>
  );
}
