import { useCallback, useState } from 'react';
import type { PatientCommand, PatientCommandName } from '#contract/patient-commands.ts';
import type { PatientView } from '#contract/views.ts';
import { Refused } from '../api/client.ts';
import { usePatientCommand } from '../api/patients.ts';
import { useChainForm } from '../ui/use-chain-form.ts';

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
  const { patient, command, about, initial, build, done, asks = nothing } = form;
  const [asked, setAsked] = useState<Draft>();
  const { mutateAsync } = usePatientCommand(patient.patientId, command);
  const send = useCallback(
    async (draft: Draft, expectedPosition: number | undefined) =>
      mutateAsync({ ...build(draft, asked === draft), expectedPosition }).catch((error: unknown) => {
        if (error instanceof Refused && asks.includes(error.refusal.code)) setAsked(draft);
        throw error;
      }),
    [mutateAsync, build, asked, asks],
  );
  const open = useChainForm({
    key: `${patient.patientId}.${command}.${about}`,
    position: patient.position,
    initial,
    send,
    done,
  });
  return { ...open, isAsked: asked === open.draft };
}
