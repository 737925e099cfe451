import { useParams } from '@tanstack/react-router';
import { useDocumentTitle } from '@mantine/hooks';
import { lazy, Suspense, useEffect, type ComponentType, type LazyExoticComponent } from 'react';
import type { CaseView } from '#contract/views.ts';
import { useCase } from '../api/cases.ts';
import { NotFound } from '../app/not-found.tsx';
import { ChangedRecord } from '../ui/changed-record.tsx';
import { Loaded, Waiting } from '../ui/page.tsx';
import { CaseScope } from './case-context.tsx';
import { CaseForms } from './case-forms.tsx';
import { CaseHeader } from './case-header.tsx';
import { isCaseSection, type CaseSection } from './sections.ts';
import { SpineNav } from './spine-nav.tsx';

/** Where each part lies; it is fetched once, and kept. */
const fetched: Record<CaseSection, () => Promise<{ default: ComponentType }>> = {
  overview: async () => ({ default: (await import('./overview.tsx')).Overview }),
  necessity: async () => ({ default: (await import('../necessity/necessity-part.tsx')).NecessityPart }),
  consent: async () => ({ default: (await import('../consent/consent-part.tsx')).ConsentPart }),
  team: async () => ({ default: (await import('../team/team-part.tsx')).TeamPart }),
  plan: async () => ({ default: (await import('../plan/plan-part.tsx')).PlanPart }),
  contacts: async () => ({ default: (await import('../contact/contacts-part.tsx')).ContactsPart }),
  coverage: async () => ({ default: (await import('../coverage/coverage-part.tsx')).CoveragePart }),
  estimate: async () => ({ default: (await import('../estimate/estimate-part.tsx')).EstimatePart }),
  code: async () => ({ default: (await import('../claim/code-part.tsx')).CodePart }),
  readiness: async () => ({ default: (await import('../claim/readiness-part.tsx')).ReadinessPart }),
  claim: async () => ({ default: (await import('../claim/claim-part.tsx')).ClaimPart }),
  packet: async () => ({ default: (await import('../packet/packet-part.tsx')).PacketPart }),
  decision: async () => ({ default: (await import('../decision/decision-part.tsx')).DecisionPart }),
  tasks: async () => ({ default: (await import('../task/tasks-part.tsx')).TasksPart }),
  referrals: async () => ({ default: (await import('../referral/referrals-part.tsx')).ReferralsPart }),
  questions: async () => ({ default: (await import('../guide/ask-on-case.tsx')).AskOnCase }),
  timeline: async () => ({ default: (await import('./timeline-part.tsx')).TimelinePart }),
};
const parts = Object.fromEntries(
  Object.entries(fetched).map(([section, fetch]) => [section, lazy(fetch)]),
) as Record<CaseSection, LazyExoticComponent<ComponentType>>;

/** One case: what it is, the spine with the next step in it, and the part that was chosen. */
export function CaseScreen() {
  const { caseId = '', section = '' } = useParams({ strict: false });
  const found = useCase(caseId);
  // The part is on its way while the case is, and not only after it.
  useEffect(() => {
    if (isCaseSection(section)) void fetched[section]();
  }, [section]);
  if (!isCaseSection(section)) return <NotFound />;
  return <Loaded query={found}>{(view) => <OpenedCase view={view} section={section} />}</Loaded>;
}

function OpenedCase({ view, section }: { readonly view: CaseView; readonly section: CaseSection }) {
  const Part = parts[section];
  const { firstName, lastName } = view.patient.demographics;
  useDocumentTitle(`${firstName} ${lastName}: ${view.title} · Archway`);
  return (
    <CaseScope view={view}>
      <div className="page">
        <CaseHeader />
        <div className="case">
          <SpineNav section={section} />
          <div className="case-part">
            <ChangedRecord
              of={[
                { kind: 'case', id: view.caseId },
                { kind: 'patient', id: view.patientId },
              ]}
            />
            <Suspense fallback={<Waiting />}>
              <Part />
            </Suspense>
          </div>
        </div>
      </div>
      <CaseForms />
    </CaseScope>
  );
}
