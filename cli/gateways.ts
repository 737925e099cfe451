import { join } from 'node:path';
import { withLoopbackPayer } from '#server/demonstration/loopback-payer/loopback-gateway.ts';
import type { Gateways } from '#server/gateway/gateway.ts';
import { hasGatewaysFile, openGateways } from '#server/gateway/open-gateways.ts';
import type { Terminal } from './command.ts';

/**
 * Works with the gateways of this installation: of the file that ARCHWAY_GATEWAYS names, else of gateways.json in the
 * data folder. Where there is none, the demonstration's practice has the invented payer of this machine to ask.
 */
export async function withGateways<Result>(
  dataFolder: string,
  { environment }: Terminal,
  work: (gateways: Gateways) => Promise<Result>,
): Promise<Result> {
  const path = environment['ARCHWAY_GATEWAYS'] ?? join(dataFolder, 'gateways.json');
  const demonstration = environment['ARCHWAY_DEMO'] !== '0' && environment['DATABASE_URL'] === undefined;
  if (demonstration && !hasGatewaysFile(path)) return withLoopbackPayer(work);
  return work(openGateways(path, environment));
}
