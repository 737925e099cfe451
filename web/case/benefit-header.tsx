import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCoordinationWord } from '../coverage/use-coordination-word.ts';
import { CodeLink } from '../guide/code-link.tsx';
import { useFormat } from '../ui/format.ts';
import { useSay, useWord } from '../ui/say.ts';
import { Ago } from '../ui/when.tsx';
import { useCaseView } from './case-context.tsx';

/** What each plan does with D9992 today, and when that plan was last verified; the minutes that count so far. */
export function BenefitHeader() {
  const { t } = useTranslation();
  const word = useWord();
  const say = useSay();
  const coordination = useCoordinationWord();
  const format = useFormat();
  const view = useCaseView();
  // A dental and a medical plan may both come first, each for its own.
  const ofTwoKinds = new Set(view.patient.coverages.map(({ kind }) => kind)).size > 1;
  const toCoverage = {
    to: '/cases/$caseId/$section',
    params: { caseId: view.caseId, section: 'coverage' },
  } as const;
  return (
    <div className="benefits">
      {view.patient.coverages.length === 0 && (
        <Link {...toCoverage} className="benefit">
          {t('web.benefit.noCoverage')}
        </Link>
      )}
      {view.patient.coverages.map((coverage) => {
        const answer = view.coordinationCoverage.find(({ coverageId }) => coverageId === coverage.coverageId);
        const stops = answer?.inTheWay[0];
        const learned = view.patient.plans.find(({ coverageId }) => coverageId === coverage.coverageId)
          ?.lastVerified?.learnedAt;
        return (
          // The link covers the whole box; the code leads to its page of the guide, and so stands beside it.
          <div key={coverage.coverageId} className="benefit">
            <Link {...toCoverage} className="benefit-link">
              <strong>{coverage.payerName}</strong> {word('priority', coverage.priority).toLowerCase()}
              {ofTwoKinds && `, ${word('coverageKind', coverage.kind).toLowerCase()}`}
            </Link>{' '}
            · <CodeLink code="D9992" />: <strong>{coordination(answer)}</strong> ·{' '}
            {coverage.through !== undefined && coverage.through < format.today() ? (
              <span className="warn-text">
                {t('web.benefit.ended', { date: format.date(coverage.through) })}
              </span>
            ) : stops ? (
              <span className="warn-text">{say(stops.words)}</span>
            ) : learned === undefined ? (
              t('web.benefit.neverVerified')
            ) : (
              <>
                {t('web.benefit.verified')} <Ago at={learned} />
              </>
            )}
          </div>
        );
      })}
      <Link
        to="/cases/$caseId/$section"
        params={{ caseId: view.caseId, section: 'contacts' }}
        className="benefit minutes"
      >
        {t('web.benefit.minutes', { count: Math.floor(view.countedSeconds / 60) })}
        {view.pendingSeconds > 0 && (
          <span className="warn-text">
            {' '}
            · {t('web.benefit.pending', { time: format.duration(view.pendingSeconds) })}
          </span>
        )}
      </Link>
    </div>
  );
}
