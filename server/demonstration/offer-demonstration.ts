import type { Archway } from '../archway.ts';
import { organizationCount } from '../identity/found-organization.ts';
import { fillDemonstration } from './fill-demonstration.ts';
import { demonstrationAccounts } from './accounts.ts';

/**
 * Fills an empty embedded database with the demonstration, unless `wish` (ARCHWAY_DEMO) is '0'; on another database
 * only when it is asked for by name ('1'). Returns whether this database holds the demonstration.
 */
export async function offerDemonstration(
  archway: Archway,
  wish: string | undefined,
  say: (line: string) => void,
): Promise<boolean> {
  const wanted = wish === '1' || (wish !== '0' && archway.embedded);
  if (wanted && (await organizationCount(archway)) === 0) {
    say('demonstration: writing an invented practice with its cases');
    await fillDemonstration(archway, say);
  }
  return (await demonstrationAccounts(archway)).length > 0;
}
