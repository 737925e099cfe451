import type { CaseLedgerView } from '#contract/case-ledger.ts';
import { caseLedger } from '#domain/estimate/case-ledger.ts';
import { frequencyWords } from '#domain/coverage/plan-statement-words.ts';
import { isRefusal, type Refusal } from '#domain/kernel/refusal.ts';
import type { Archway } from '../archway.ts';
import type { Person } from '../http/signed-in.ts';
import { requestOfCase } from './request-of-case.ts';

/** One ledger for every office on the case and every coverage of its patient, whether or not an estimate can be made. */
export async function ledgerOfCase(
  archway: Archway,
  person: Person,
  caseId: string,
): Promise<CaseLedgerView | Refusal> {
  const found = await requestOfCase(archway, person, caseId);
  if (isRefusal(found)) return found;
  const { state, asked } = found;
  const { accounts, frequencies } = caseLedger(asked);
  const plans = [...asked.request.plans, ...asked.others.plans];
  const nameOf = (id: string) => plans.find(({ planId }) => planId === id)?.name ?? id;
  const officeOf = (key: string | undefined) => {
    const office = key === undefined ? undefined : asked.offices.get(key);
    return office === undefined ? {} : { office };
  };
  return {
    position: state.position,
    asOf: asked.request.asOf,
    accounts: accounts.map(({ planId, year, offices, codes, ...account }) => ({
      ...account,
      codes: [...codes],
      coverageId: planId,
      plan: nameOf(planId),
      ...(year ? { year } : {}),
      offices: offices.map(({ office, sources, ...amounts }) => ({
        ...amounts,
        sources: [...sources],
        ...officeOf(office),
      })),
    })),
    frequencies: frequencies.map(({ planId, times, window, every, per, about, uses }) => ({
      coverageId: planId,
      plan: nameOf(planId),
      limit: frequencyWords(about, { times, window, per, ...(every !== undefined && { every }) }),
      uses: uses.map(({ code, date, state: standing, tooth, area }) => ({
        code,
        date,
        state: standing,
        ...(tooth === undefined ? {} : { tooth }),
        ...(area === undefined ? {} : { area }),
      })),
    })),
  };
}
