import type { TriedGateway } from '#contract/set-aside.ts';
import { isRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import type { Archway } from '../archway.ts';
import { gatewayNamed } from '../gateway/gateway.ts';
import type { Person } from '../http/signed-in.ts';
import { refuseAuditor } from '../patient/change-patient.ts';

/** Tries the connection with nothing of a patient's in it; nothing is recorded. */
export async function tryGateway(
  { gateways }: Archway,
  person: Person,
  name: string,
  stop: AbortSignal,
): Promise<TriedGateway | Refusal> {
  const forbidden = refuseAuditor(person);
  if (forbidden) return forbidden;
  const gateway = gatewayNamed(gateways, person.organizationId, name);
  if (!gateway) return refuse('gateway/unknown', { gateway: name });
  const problem = await gateway.look?.(person.organizationId);
  if (problem) return problem;
  const tried = await gateway.tryOut?.(stop);
  if (tried === undefined) return {};
  return isRefusal(tried) ? tried : { status: tried.status };
}
