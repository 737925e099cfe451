import { timeZoneOf } from '#domain/case/deciding.ts';
import { createHash } from 'node:crypto';
import type { CaseCommand } from '#contract/commands.ts';
import type { Citation } from '#domain/audit/event.ts';
import type { Activity, ContactParty } from '#domain/activity/activity.ts';
import type { CoordinationCase } from '#domain/case/case.ts';
import { contactRecipient } from '#domain/case/contact-recipient.ts';
import type { DataCategory } from '#domain/consent/consent.ts';
import { decideRelease } from '#domain/consent/release-decision.ts';
import { decideRecordBenefitFact } from '#domain/coverage/benefit-fact-decisions.ts';
import { knownSteps } from '#domain/coverage/known-step.ts';
import { decideRecordPlanAnswer } from '#domain/coverage/plan-answer-decisions.ts';
import { canonicalJson } from '#domain/kernel/canonical-json.ts';
import { isRefusal, type Refusal } from '#domain/kernel/refusal.ts';
import { recordDisclosure, type Leaving } from '../release/release.ts';
import type { CaseWork } from './case-work.ts';
import { casesOf } from './surroundings.ts';

/**
 * What a contact relied on for what was told: the consents behind the release decision. What was told is recorded
 * as a disclosure with that decision, also when the decision says that it should have stayed: the record tells what
 * happened. Of an amendment, only what `before` did not say was told. What a payer
 * said of its plan goes to the patient's chain; a fact that cannot stand refuses the contact.
 */
export async function recordContactRelease(
  { writing, deciding }: CaseWork,
  state: CoordinationCase,
  command: Pick<CaseCommand<'log-activity'>, 'activity' | 'benefitFacts' | 'planAnswers'>,
  before?: Activity,
): Promise<Citation[] | Refusal> {
  const { patient, practice } = deciding;
  const { activity, benefitFacts = [], planAnswers = [] } = command;
  const steps = planAnswers.length === 0 ? [] : knownSteps(await casesOf(writing, state.patientId));
  const told = [
    ...benefitFacts.map((fact) => decideRecordBenefitFact(patient, fact, deciding.now)),
    ...planAnswers.map((answer) => decideRecordPlanAnswer(patient, answer, deciding.now, steps)),
  ];
  const refused = told.find(isRefusal);
  if (refused) return refused;
  const timeZone = timeZoneOf(practice);
  const asOf = activity.time.startedAt;
  const citations = new Map<number, Citation>();
  const { parties = [], disclosed = [] } = activity.contact ?? {};
  for (const party of disclosed.length > 0 ? parties : []) {
    const leaving: Leaving = {
      patientId: state.patientId,
      caseId: state.caseId,
      wayOut: 'contact',
      ...contactRecipient(party, state),
      categories: disclosed,
      needed: [],
    };
    for (const citation of decideRelease({ ...leaving, patient, asOf, timeZone }).reliedOn)
      citations.set(citation.position, citation);
    const earlier = toldBefore(party, before);
    const categories = disclosed.filter((category) => !earlier.includes(category));
    if (categories.length === 0) continue;
    const decision = decideRelease({ ...leaving, categories, patient, asOf, timeZone });
    const sha256 = createHash('sha256').update(canonicalJson(activity)).digest('hex');
    await recordDisclosure(
      writing,
      { ...leaving, categories },
      decision,
      `contact ${activity.activityId} with ${party.name}`,
      sha256,
    );
  }
  const recorded = told.flatMap((event) => (event === 'repeated' || isRefusal(event) ? [] : event));
  if (recorded.length > 0) await writing.appendToPatient(state.patientId, recorded);
  return [...citations.values()];
}

function toldBefore(party: ContactParty, before: Activity | undefined): readonly DataCategory[] {
  const same = before?.contact?.parties.some(
    ({ kind, name, memberId }) => kind === party.kind && name === party.name && memberId === party.memberId,
  );
  return same ? (before?.contact?.disclosed ?? []) : [];
}
