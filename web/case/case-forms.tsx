import { useTranslation } from 'react-i18next';
import { PrintForm } from '../packet/print-form.tsx';
import { Panel } from '../ui/panel.tsx';
import { useAction } from '../ui/use-action.ts';
import { AssignForm } from './assign-form.tsx';
import { CloseForm } from './close-form.tsx';
import { HoldForm } from './hold-form.tsx';
import { ReasonForm } from './reason-form.tsx';

/** The forms of the case as a whole, open from any of its parts. */
export function CaseForms() {
  const { t } = useTranslation();
  const { action, subject, close } = useAction();
  return (
    <>
      <Panel title={t('web.case.do.assign')} opened={action === 'assign'} onClose={close}>
        <AssignForm onDone={close} />
      </Panel>
      <Panel title={t('web.case.do.put-on-hold')} opened={action === 'put-on-hold'} onClose={close}>
        <HoldForm onDone={close} />
      </Panel>
      <Panel title={t('web.case.do.close')} opened={action === 'close'} onClose={close}>
        <CloseForm onDone={close} />
      </Panel>
      {(['resume', 'reopen'] as const).map((command) => (
        <Panel key={command} title={t(`web.case.do.${command}`)} opened={action === command} onClose={close}>
          <ReasonForm
            command={command}
            about="case"
            build={(reason) => ({ reason })}
            submitLabel={t(`web.case.do.${command}`)}
            onDone={close}
          />
        </Panel>
      ))}
      <Panel title={t('web.case.do.print')} opened={action === 'print'} onClose={close}>
        <PrintForm key={subject} of={subject} />
      </Panel>
    </>
  );
}
