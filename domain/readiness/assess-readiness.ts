import type { Basis, PayerAnswer } from '../coverage/payer-answer.ts';
import { basisMessage } from '../coverage/payer-answer.ts';
import { message, type Message } from '../kernel/message.ts';
import type { Place } from '../necessity/evidence-place.ts';
import { openDossier, type Dossier } from './dossier.ts';
import {
  allAnswers,
  type BelongsTo,
  type Finding,
  type Mend,
  type Outcome,
  type ReadinessCheck,
} from './readiness-check.ts';
import { readinessChecks } from './readiness-checks.ts';
import type { ReadinessInput } from './readiness-input.ts';

/** Four different answers. An unknown payer is the usual one: it warns and blocks nothing. */
const readinessAnswers = ['payable', 'valid-not-payable', 'valid-payer-unknown', 'incomplete'] as const;
export type ReadinessAnswer = (typeof readinessAnswers)[number];

export interface ReadinessResult {
  readonly checkId: string;
  readonly belongsTo: BelongsTo;
  readonly result: Outcome | 'waived';
  readonly reason: {
    readonly message: Message;
    /** Message id of the rule in words. */
    readonly rule: string;
    /** The payer's dated rule or benefit fact; or the message id of the public source of a rule of the code. */
    readonly source: Message;
    readonly evidence: readonly Place[];
  };
  /** Set where there is something to mend. */
  readonly mend: Mend | undefined;
}

export interface Readiness {
  readonly answer: ReadinessAnswer;
  /** Nothing blocks: a claim may be made. It may still not be paid. */
  readonly ready: boolean;
  /** All work is on standing claims already: the checks are those of what was claimed. */
  readonly claimed: boolean;
  readonly results: readonly ReadinessResult[];
}

/** Runs every check, in order. */
export function assessReadiness(input: ReadinessInput): Readiness {
  return assessDossier(openDossier(input));
}

export function assessDossier(dossier: Dossier): Readiness {
  const assessed = readinessChecks.map((check) => {
    const found = check.assess(dossier);
    return { check, found, waiver: waiverOf(check, found, dossier) };
  });
  const counting = assessed.filter(({ waiver }) => !waiver).map(({ found }) => found);
  return {
    answer: answerOf(counting),
    claimed: dossier.claimed,
    ready: counting.every(({ outcome }) => outcome !== 'blocks'),
    results: assessed.map(({ check, found, waiver }) => resultOf(check, found, waiver)),
  };
}

/** What is missing comes before what the payer refuses, and that before what nobody knows. */
function answerOf(findings: readonly Finding[]): ReadinessAnswer {
  if (findings.some(({ outcome, standing }) => outcome === 'blocks' && standing !== 'not-payable'))
    return 'incomplete';
  if (findings.some(({ standing }) => standing === 'not-payable')) return 'valid-not-payable';
  return findings.some(({ standing }) => standing === 'payer-unknown') ? 'valid-payer-unknown' : 'payable';
}

/** A payer's rule waives a check only when it holds on every line of the claim, and only what would otherwise not pass. */
function waiverOf(check: ReadinessCheck, found: Finding, dossier: Dossier): Basis | undefined {
  if (found.outcome !== 'warns' && found.outcome !== 'blocks') return undefined;
  const waivers = allAnswers(dossier).map((answer) => waiverIn(answer, check));
  return waivers.every((waiver) => waiver !== undefined) ? waivers[0] : undefined;
}

function waiverIn({ waivedChecks }: PayerAnswer, { waivableAs }: ReadinessCheck): Basis | undefined {
  return waivedChecks.find((waived) => waived.check === waivableAs)?.basis;
}

function resultOf(check: ReadinessCheck, found: Finding, waiver: Basis | undefined): ReadinessResult {
  const basis = waiver ?? found.basis;
  const said = waiver
    ? message('readiness.waived', { rule: waiver.kind === 'rule' ? waiver.ruleId : '' })
    : found.message;
  return {
    checkId: check.id,
    belongsTo: check.belongsTo,
    result: waiver ? 'waived' : found.outcome,
    reason: {
      message: said,
      rule: `readiness.${check.id}.rule`,
      source: basis && basis.kind !== 'none' ? basisMessage(basis) : message(`readiness.${check.id}.source`),
      evidence: found.evidence,
    },
    mend: !waiver && (found.outcome === 'warns' || found.outcome === 'blocks') ? check.mend : undefined,
  };
}
