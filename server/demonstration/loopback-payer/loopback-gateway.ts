import { randomUUID } from 'node:crypto';
import { CoreConnectivity } from '../../gateway/core-connectivity.ts';
import type { Gateways } from '../../gateway/gateway.ts';
import { demonstrationOrganization } from '../accounts.ts';
import { loopbackGateway } from '../demonstration-practice.ts';
import { startLoopbackPayer } from './http-endpoint.ts';

/** Works with the one way of the demonstration's practice: to the invented payer, which is here as long. */
export async function withLoopbackPayer<Result>(
  work: (gateways: Gateways) => Promise<Result>,
): Promise<Result> {
  const credentials = { userName: loopbackGateway, password: randomUUID() };
  const payer = await startLoopbackPayer(credentials);
  const gateway = new CoreConnectivity({
    name: loopbackGateway,
    organizations: [demonstrationOrganization],
    address: payer.address,
    credentials,
    timeoutSeconds: 25,
  });
  try {
    return await work(new Map([[gateway.name, gateway]]));
  } finally {
    await payer.close();
  }
}
