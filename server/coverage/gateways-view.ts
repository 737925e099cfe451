import type { InquiryState } from '#contract/eligibility.ts';
import type { GatewaysView } from '#contract/set-aside.ts';
import type { Language } from '#contract/say.ts';
import { sayRefusal } from '#contract/say-refusal.ts';
import { instant } from '#domain/kernel/calendar-date.ts';
import { refuse, type Refusal } from '#domain/kernel/refusal.ts';
import type { Archway } from '../archway.ts';
import { gatewayNamed, gatewaysOf } from '../gateway/gateway.ts';
import type { Person } from '../http/signed-in.ts';
import type { Reading } from '../record/record.ts';

type GatewayView = GatewaysView['gateways'][number];

/** The ways that the practice may choose and those that its payers have, each with what is wrong with it. */
export async function gatewaysView(
  { record, gateways }: Archway,
  { organizationId, practice }: Person,
  language: Language,
): Promise<GatewaysView> {
  const payers = [...practice.payers.values()];
  const chosen = payers.flatMap(({ gateway }) => gateway ?? []);
  const names = new Set([...gatewaysOf(gateways, organizationId).map(({ name }) => name), ...chosen]);
  const last = await record.read(organizationId, lastOfEach);
  const views: GatewayView[] = [];
  for (const name of names) {
    const gateway = gatewayNamed(gateways, organizationId, name);
    const problem = gateway
      ? await gateway.look?.(organizationId)
      : refuse('gateway/unknown', { gateway: name });
    const moved = last.get(name);
    views.push({
      name,
      ...(gateway && { kind: gateway.kind }),
      payers: payers.filter((payer) => payer.gateway === name).map((payer) => payer.name),
      ...(problem && { problem: sayRefusal(language, problem) }),
      ...(moved && {
        last: {
          state: moved.state,
          at: moved.at,
          ...(moved.problem && { problem: sayRefusal(language, moved.problem) }),
        },
      }),
    });
  }
  return { gateways: views };
}

/** Of each gateway the inquiry that moved last. */
async function lastOfEach({ tenant, organizationId }: Reading) {
  const rows = await tenant
    .selectFrom('eligibility_inquiry')
    .distinctOn('gateway')
    .select(['gateway', 'state', 'changed_at', 'problem'])
    .where('organization_id', '=', organizationId)
    .orderBy('gateway')
    .orderBy('changed_at', 'desc')
    .execute();
  return new Map(
    rows.map(({ gateway, state, changed_at: at, problem }) => [
      gateway,
      {
        state: state as InquiryState,
        at: instant(at),
        problem: (problem ?? undefined) as Refusal | undefined,
      },
    ]),
  );
}
