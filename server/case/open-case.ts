import type { OpenCase } from '#contract/commands.ts';
import { decideOpenCase } from '#domain/case/case-decisions.ts';
import { repeats } from '#domain/case/deciding.ts';
import { isRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import type { Archway } from '../archway.ts';
import type { Person } from '../http/signed-in.ts';
import { refuseAuditor } from '../patient/change-patient.ts';

/** Opens a coordination case of a patient. The same request again opens nothing more. */
export async function openCase(
  archway: Archway,
  person: Person,
  command: OpenCase,
): Promise<number | Refusal> {
  const forbidden = refuseAuditor(person);
  if (forbidden) return forbidden;
  const { caseId, ...opening } = command;
  return archway.record.write(person.organizationId, person.who, { caseId }, async (writing) => {
    const there = await writing.coordinationCase(caseId);
    if (there) {
      const [opened] = await writing.events({ kind: 'case', id: caseId });
      const repeated = repeats(opened?.data, opening);
      return isRefusal(repeated) ? repeated : there.position;
    }
    const patient = await writing.patient(command.patientId);
    if (!patient?.demographics) return refuse('absent/patient', {}, '/patientId');
    const events = decideOpenCase(opening, {
      now: writing.now,
      who: person.who,
      role: person.staff.role,
      practice: await writing.practice(),
      patient,
    });
    return isRefusal(events) ? events : writing.appendToCase(caseId, events);
  });
}
