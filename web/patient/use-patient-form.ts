import { useCallback, useState } from 'react';
import type { PatientCommand, PatientCommandName } from '#contract/patient-commands.ts';
import type { PatientView } from '#contract/views.ts';
import { usePatientCommand } from '../api/patients.ts';
import { useDraft } from '../ui/use-draft.ts';
import { useSubmission } from '../ui/use-submission.ts';

interface PatientForm<Name extends PatientCommandName, Draft extends object> {
  readonly patient: Pick<PatientView, 'patientId' | 'position'>;
  readonly command: Name;
  readonly about: string;
  readonly initial: Draft;
  readonly build: (draft: Draft) => PatientCommand<Name>;
  readonly done: () => void;
}

/** A form over one command of the patient's chain, as useCaseForm is over the case's. */
export function usePatientForm<Name extends PatientCommandName, Draft extends object>(
  form: PatientForm<Name, Draft>,
) {
  const { patient, command, build, done } = form;
  const [seen] = useState(patient.position);
  const { draft, change, clear, restored } = useDraft(
    `${patient.patientId}.${command}.${form.about}`,
    form.initial,
  );
  const { mutateAsync } = usePatientCommand(patient.patientId, command);
  const submission = useSubmission(
    useCallback(
      async (position) => mutateAsync({ ...build(draft), expectedPosition: position ?? seen }),
      [mutateAsync, build, draft, seen],
    ),
    useCallback(() => {
      clear();
      done();
    }, [clear, done]),
  );
  return { draft, change, clear, restored, submission };
}
