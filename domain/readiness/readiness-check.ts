import type { Stamp } from '../audit/event.ts';
import type { Basis, ObstacleKind, PayerAnswer } from '../coverage/payer-answer.ts';
import { message, type Message } from '../kernel/message.ts';
import type { Place } from '../necessity/evidence-place.ts';
import type { WaivableCheck } from '../rulebook/rule.ts';
import type { Dossier } from './dossier.ts';

/** A rule of the code itself, of the payer, or of our own practice and its claims. */
export type BelongsTo = 'code' | 'payer' | 'practice';

const outcomes = ['passes', 'warns', 'blocks', 'not-applicable'] as const;
export type Outcome = (typeof outcomes)[number];

/** What a check found. `standing` says what it does to the answer when nothing is missing. */
export interface Finding {
  readonly outcome: Outcome;
  readonly message: Message;
  readonly evidence: readonly Place[];
  readonly basis?: Basis;
  readonly standing?: 'not-payable' | 'payer-unknown';
}

/** The button that mends it: a screen, and the action there. */
export interface Mend {
  readonly screen:
    'patient' | 'necessity' | 'team' | 'plan' | 'contacts' | 'coverage' | 'code' | 'claim' | 'practice';
  readonly action: string;
}

/**
 * One check: what it is, what it can find, what it says, and how a gap is mended. Messages are
 * 'readiness.<id>.<word>' with the words of `says`, and 'readiness.<id>.title' and '.rule' besides;
 * docs/reference/readiness/<id>.md explains it.
 */
export interface ReadinessCheck {
  readonly id: string;
  readonly belongsTo: BelongsTo;
  readonly outcomes: readonly Outcome[];
  readonly says: readonly string[];
  /** The name by which a payer's dated rule can waive it. */
  readonly waivableAs?: WaivableCheck;
  readonly mend: Mend;
  readonly assess: (dossier: Dossier) => Finding;
}

export function finding(
  outcome: Outcome,
  id: string,
  params: Message['params'] = {},
  stamps: readonly Pick<Stamp, 'position'>[] = [],
): Finding {
  return { outcome, message: message(`readiness.${id}`, params), evidence: inCase(stamps) };
}

export function inCase(stamps: readonly Pick<Stamp, 'position'>[]): readonly Place[] {
  return [...new Set(stamps.map(({ position }) => position))].map((position) => `case#${position}` as const);
}

export function inPatient(positions: readonly number[]): readonly Place[] {
  return [...new Set(positions)].map((position) => `patient#${position}` as const);
}

export function positionsOf(recorded: { readonly position: number } | undefined): readonly number[] {
  return recorded ? [recorded.position] : [];
}

export function allAnswers(dossier: Dossier): readonly PayerAnswer[] {
  return dossier.lines.flatMap(({ answers }) => answers);
}

/** Where a benefit fact is the basis, its place in the patient's chain. */
export function placesOf(basis: Basis): readonly Place[] {
  return basis.kind === 'fact' ? inPatient([basis.position]) : [];
}

/**
 * What the payer's rules say against payment for reasons of some kinds, over all lines. A certain reason is
 * `certainly`; one that may or may not apply warns, for what is unknown never blocks.
 */
export function obstacleFinding(
  dossier: Dossier,
  kinds: readonly ObstacleKind[],
  certainly: 'blocks' | 'warns',
): Finding | undefined {
  const found = allAnswers(dossier)
    .flatMap(({ obstacles }) => obstacles)
    .filter(({ kind }) => kinds.includes(kind));
  const worst = found.find(({ certain }) => certain) ?? found[0];
  if (!worst) return undefined;
  return {
    outcome: worst.certain ? certainly : 'warns',
    message: worst.message,
    evidence: placesOf(worst.basis),
    basis: worst.basis,
    standing: worst.certain ? 'not-payable' : 'payer-unknown',
  };
}
