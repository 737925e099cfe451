import { useCallback, useState } from 'react';
import type { PatientCommand, PatientCommandName } from '#contract/patient-commands.ts';
import type { PatientView } from '#contract/views.ts';
import { Refused } from '../api/client.ts';
import { usePatientCommand } from '../api/patients.ts';
import { useDraft } from '../ui/use-draft.ts';
import { useSubmission } from '../ui/use-submission.ts';

interface PatientForm<Name extends PatientCommandName, Draft extends object> {
  readonly patient: Pick<PatientView, 'patientId' | 'position'>;
  readonly command: Name;
  readonly about: string;
  readonly initial: Draft;
  readonly build: (draft: Draft, isConfirmed: boolean) => PatientCommand<Name>;
  readonly done: () => void;
  /** Codes of refusals that are questions: whoever saves the same once more says yes. */
  readonly asks?: readonly string[];
}

const nothing: readonly string[] = [];

/** A form over one command of the patient's chain, as useCaseForm is over the case's. */
export function usePatientForm<Name extends PatientCommandName, Draft extends object>(
  form: PatientForm<Name, Draft>,
) {
  const { patient, command, build, done, asks = nothing } = form;
  const [seen] = useState(patient.position);
  const { draft, change, clear, restored } = useDraft(
    `${patient.patientId}.${command}.${form.about}`,
    form.initial,
  );
  const [asked, setAsked] = useState<Draft>();
  const isAsked = asked === draft;
  const { mutateAsync } = usePatientCommand(patient.patientId, command);
  const submission = useSubmission(
    useCallback(
      async (position) =>
        mutateAsync({ ...build(draft, isAsked), expectedPosition: position ?? seen }).catch(
          (error: unknown) => {
            if (error instanceof Refused && asks.includes(error.refusal.code)) setAsked(draft);
            throw error;
          },
        ),
      [mutateAsync, build, draft, seen, isAsked, asks],
    ),
    useCallback(() => {
      clear();
      done();
    }, [clear, done]),
  );
  return { draft, change, clear, restored, submission, isAsked };
}
