import { useTranslation } from 'react-i18next';
import { usePractice } from '../api/practice.ts';
import { ChoiceField, TextField } from '../ui/fields.tsx';
import { DraftForm } from './case-form.tsx';
import { useCaseView } from './case-context.tsx';
import { useCaseForm } from './use-case-form.ts';

/** Who owns the case, and which team covers it. */
export function AssignForm({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation();
  const view = useCaseView();
  const practice = usePractice();
  const staff = practice.data?.staff.filter(({ active }) => active) ?? [];
  const teams = [...new Set(staff.flatMap(({ team }) => team ?? []))];
  const form = useCaseForm({
    command: 'assign',
    about: 'case',
    initial: { ownerStaffId: view.ownerStaffId ?? '', team: view.team ?? '', reason: '' },
    build: ({ ownerStaffId, team, reason }) => ({
      ownerStaffId: ownerStaffId === '' ? null : ownerStaffId,
      team: team === '' ? null : team,
      reason,
    }),
    done: onDone,
  });
  const { draft, change } = form;
  return (
    <DraftForm form={form} submitLabel={t('web.case.do.assign')} onCancel={onDone}>
      <ChoiceField
        at="/ownerStaffId"
        label={t('web.case.owner')}
        empty={t('web.case.nobody')}
        value={draft.ownerStaffId}
        onValue={(ownerStaffId) => change({ ownerStaffId })}
        choices={staff.map(({ staffId, name }) => ({ value: staffId, label: name }))}
      />
      <ChoiceField
        at="/team"
        label={t('web.case.team')}
        empty={t('web.form.none')}
        value={draft.team}
        onValue={(team) => change({ team })}
        choices={teams.map((team) => ({ value: team, label: team }))}
      />
      <TextField
        at="/reason"
        label={t('web.form.reasonOptional')}
        value={draft.reason}
        onValue={(reason) => change({ reason })}
      />
    </DraftForm>
  );
}
