import { useTranslation } from 'react-i18next';
import { frequencyInWords, timeInWords, visitsInWords } from '#domain/decision/option-words.ts';
import type { Option, OptionCost, OptionRisk } from '#domain/decision/option-sheet.ts';
import { useFormat } from '../ui/format.ts';
import { useSay } from '../ui/say.ts';
import { CostBar } from '../estimate/cost-bar.tsx';
import { HundredPeople } from './hundred-people.tsx';

interface Props {
  readonly option: Option;
  readonly number: number;
  /** The dearest year of all options, so that their bars can be held against each other. */
  readonly most: number;
}

/** One way to go, in rows that stand beside those of the other ways. */
export function OptionView({ option, number, most }: Props) {
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
        <Cost cost={cost} isNothing={option.itemIds.length === 0} most={most} />
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

interface CostProps extends Pick<Props, 'most'> {
  readonly cost: OptionCost;
  readonly isNothing: boolean;
}

function Cost({ cost, isNothing, most }: CostProps) {
  const { t } = useTranslation();
  const { money } = useFormat();
  if (isNothing) return t('forPatient.cost.nothingNow');
  return (
    <>
      {cost.years.length === 0 ? (
        <strong>{t('forPatient.cost.notKnown')}</strong>
      ) : (
        <CostYears years={cost.years} most={most} />
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

/** A bar for each benefit year, full as far as it is sure, and the same numbers in a table. */
function CostYears({ years, most }: { readonly years: OptionCost['years']; readonly most: number }) {
  const { t } = useTranslation();
  const { date, money } = useFormat();
  const said = ({ patient }: OptionCost['years'][number]) =>
    t(`forPatient.cost.amount.${patient.least === patient.most ? 'same' : 'range'}`, {
      least: money(patient.least),
      most: money(patient.most),
    });
  return (
    <>
      <div className="cost-bars" aria-hidden>
        {years.map((year) => (
          <CostBar
            key={year.from}
            label={year.from.slice(0, 4)}
            parts={[
              ['patient', year.patient.least],
              ['perhaps', year.patient.most - year.patient.least],
            ]}
            most={most}
            said={said(year)}
          />
        ))}
      </div>
      <table className="cost-years">
        <thead>
          <tr>
            <th scope="col">{t('forPatient.cost.column.year')}</th>
            <th scope="col">{t('forPatient.cost.column.pay')}</th>
          </tr>
        </thead>
        <tbody>
          {years.map((year) => (
            <tr key={year.from}>
              <th scope="row">
                {t('forPatient.cost.year', { from: date(year.from), through: date(year.through) })}
              </th>
              <td className="number">{said(year)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
