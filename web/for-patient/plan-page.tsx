import { useTranslation } from 'react-i18next';
import type { PlainStepView, PlanForPatient } from '#contract/for-patient.ts';
import { useFormat } from '../ui/format.ts';
import { Needs } from './needs.tsx';
import { visitsOf, type PlainVisit } from './steps-of-visit.ts';
import './for-patient.css';

/** The plan in plain words: what is next, who does it, when, what it costs the patient, whom to call. */
export function PlanPage({ view }: { readonly view: PlanForPatient }) {
  const { t } = useTranslation();
  const { telephone } = useFormat();
  const { practice, firstName, next, later, done, needs } = view;
  return (
    <article className="for-patient plan-in-words">
      <header>
        <p className="for-patient-practice">{practice.name}</p>
        <h1>{t('forPatient.plan.title')}</h1>
        <p className="for-patient-lead">
          {firstName !== '' && <strong>{firstName}. </strong>}
          {t('forPatient.plan.lead')}
        </p>
      </header>
      <section>
        <h2>{t('forPatient.plan.next')}</h2>
        {next.length === 0 ? <p>{t('forPatient.plan.nothing')}</p> : <Steps steps={next} />}
      </section>
      {later.length > 0 && (
        <section>
          <h2>{t('forPatient.plan.later')}</h2>
          <Steps steps={later} />
        </section>
      )}
      {done.length > 0 && (
        <section>
          <h2>{t('forPatient.plan.done')}</h2>
          <ul>
            {done.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </section>
      )}
      <p className="said-by">{t('forPatient.cost.notPromise')}</p>
      <Needs needs={needs} />
      <footer className="for-patient-note">
        <h2>{t('forPatient.plan.questions')}</h2>
        {practice.telephone !== undefined && (
          <p>{t('forPatient.call', { practice: practice.name, telephone: telephone(practice.telephone) })}</p>
        )}
      </footer>
    </article>
  );
}

function Steps({ steps }: { readonly steps: readonly PlainStepView[] }) {
  return (
    <ol className="plain-steps">
      {visitsOf(steps).map((visit, index) => (
        <PlainVisitCard key={index} visit={visit} />
      ))}
    </ol>
  );
}

function PlainVisitCard({ visit: { steps, who, when, pays } }: { readonly visit: PlainVisit }) {
  const { t } = useTranslation();
  const { date, telephone } = useFormat();
  const cost = useCost();
  // Where the cost of one step is not known, that of the others is told beside each.
  const isApart = pays === undefined && steps.some((step) => step.pays !== undefined);
  return (
    <li>
      {steps.map((step, index) => (
        <h3 key={index}>{step.text}</h3>
      ))}
      <dl>
        <dt>{t('forPatient.plan.who')}</dt>
        <dd>
          {who ? [who.name, who.organization].filter(Boolean).join(', ') : t('forPatient.plan.nobodyYet')}
          {who?.telephone !== undefined && (
            <>
              <br />
              {t('forPatient.plan.callThem', { telephone: telephone(who.telephone) })}
            </>
          )}
        </dd>
        <dt>{t('forPatient.plan.when')}</dt>
        <dd>
          {when
            ? t(`forPatient.plan.${when.booked ? 'booked' : 'planned'}`, { day: date(when.day) })
            : t('forPatient.plan.noDay')}
        </dd>
        <dt>{t('forPatient.row.cost')}</dt>
        <dd>
          {isApart ? (
            <ul>
              {steps.map((step, index) => (
                <li key={index}>
                  {step.text}: {cost(step.pays)}
                </li>
              ))}
            </ul>
          ) : (
            cost(pays)
          )}
        </dd>
      </dl>
    </li>
  );
}

function useCost() {
  const { t } = useTranslation();
  const { money } = useFormat();
  return (pays: PlainVisit['pays']): string => {
    if (pays === undefined) return t('forPatient.notKnown');
    const amounts = { least: money(pays.least), most: money(pays.most) };
    return t(`forPatient.cost.${pays.least === pays.most ? 'same' : 'range'}`, amounts);
  };
}
