import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCase } from '../api/cases.ts';
import { Loaded } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { useFocusFirst } from '../ui/use-focus-first.ts';
import { CaseScope } from '../case/case-context.tsx';
import { CasePicker } from './case-picker.tsx';
import { useContactDesk } from './use-contact-desk.ts';
import { ContactForm } from './contact-form.tsx';

/** The contact form beside whatever is on the screen; without a case it first asks for one. */
export function ContactPanel() {
  const { t } = useTranslation();
  const { draft, opened, putAside, change } = useContactDesk();
  return (
    <Panel title={t('web.contact.title')} opened={opened && draft !== undefined} onClose={putAside} beside>
      {draft &&
        (draft.caseId === null ? (
          <Focused>
            <CasePicker onPick={(caseId) => change({ caseId })} />
          </Focused>
        ) : (
          <ForCase caseId={draft.caseId} />
        ))}
    </Panel>
  );
}

function ForCase({ caseId }: { readonly caseId: string }) {
  const found = useCase(caseId);
  return (
    <Loaded query={found}>
      {(view) => (
        <CaseScope view={view}>
          <Focused>
            <ContactForm />
          </Focused>
        </CaseScope>
      )}
    </Loaded>
  );
}

/** On a panel beside the page nothing else moves the focus, and the form takes the place of the list of cases. */
function Focused({ children }: { readonly children: ReactNode }) {
  return <div ref={useFocusFirst()}>{children}</div>;
}
