import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useContactDesk } from '../contact/use-contact-desk.ts';
import { useCaseView } from './case-context.tsx';
import type { SpineStep } from './spine.ts';

/** The one button of a step: opens the form that does it, or the part where it is done. */
export function StepButton({ step }: { readonly step: SpineStep }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const desk = useContactDesk();
  const { caseId } = useCaseView();
  const { action, section } = step;
  const run = () => {
    if (action === 'contact') desk.open(caseId);
    else
      void navigate({
        to: '/cases/$caseId/$section',
        params: { caseId, section },
        search: { do: action },
      });
  };
  return (
    <Button size="sm" fullWidth className="step-button" onClick={run}>
      {t(action === undefined ? `web.spine.look.${section}` : `web.spine.do.${action}`)}
    </Button>
  );
}
