import { cdtListImport } from './cdt-list.ts';
import { ask } from './ask.ts';
import { claim } from './claim.ts';
import type { Command } from './command.ts';
import { eligibility } from './eligibility.ts';
import { estimate } from './estimate.ts';
import { exportCommand } from './export.ts';
import { importCommand } from './import.ts';
import { packet } from './packet.ts';
import { planSchema } from './plan-schema.ts';
import { planSlip } from './plan-slip.ts';
import { planSolve } from './plan-solve.ts';
import { readiness } from './readiness.ts';
import { rebuild } from './rebuild.ts';
import { rulebookCheck } from './rulebook-check.ts';
import { serve } from './serve.ts';
import { verify } from './verify.ts';

/** Every command, in the order of the work. */
export const commands: readonly Command[] = [
  serve,
  ask,
  importCommand,
  cdtListImport,
  exportCommand,
  eligibility,
  estimate,
  readiness,
  claim,
  packet,
  verify,
  planSolve,
  planSlip,
  planSchema,
  rebuild,
  rulebookCheck,
];
