import type { CaseView } from '#contract/views.ts';
import type { StaffRole } from '#domain/audit/event.ts';
import { mayChangePatient, type PatientChange } from '#domain/patient/patient-permissions.ts';
import { message, type Message } from '#domain/kernel/message.ts';
import { agreementTakenBack } from '../consent/agreement-taken-back.ts';
import { undecidedEntries } from '../claim/entries-to-decide.ts';
import { spineSections, type SpineSection } from './sections.ts';

export type SpineState = 'done' | 'attention' | 'waiting';

/** One vertebra: how far it is, in a word, and the form that its button opens. */
export interface SpineStep {
  readonly section: SpineSection;
  readonly state: SpineState;
  readonly note: Message;
  /** The form that does it, `do` of the address; undefined where the section itself is the place. */
  readonly action: string | undefined;
}

type Derived = Omit<SpineStep, 'section'>;

const derivations: Record<SpineSection, (view: CaseView) => Derived> = {
  necessity: (view) => {
    const missing = view.necessityMissing[0];
    if (view.factors.length === 0) return step('waiting', note('necessity.none'), 'record-factor');
    if (missing) return step('attention', missing, 'record-factor');
    return step('done', note('necessity.done', { count: view.factors.length }), 'record-factor');
  },
  consent: (view) => {
    const active = view.patient.consents.filter(({ active, missing }) => active && missing.length === 0);
    // One about text messages, or about records, is no agreement to the coordination.
    if (active.some(({ consent }) => consent.kind === 'coordination-agreement'))
      return step('done', note('consent.done', { count: active.length }), 'record-consent');
    if (agreementTakenBack(view.patient.consents) !== undefined)
      return step('attention', note('consent.takenBack'), 'record-consent');
    if (active.length > 0) return step('attention', note('consent.noAgreement'), 'record-consent');
    if (view.patient.consents.length > 0)
      return step('attention', note('consent.notActive'), 'record-consent');
    return step('waiting', note('consent.none'), 'record-consent');
  },
  team: (view) => {
    const count = view.members.length;
    if (count === 0) return step('waiting', note('team.none'), 'record-member');
    return step(count < 2 ? 'attention' : 'done', note('team.count', { count }), 'record-member');
  },
  plan: (view) => {
    const count = view.planItems.length;
    if (count === 0) return step('waiting', note('plan.none'), 'record-plan-item');
    if (view.planSignatures.length === 0)
      return step('attention', note('plan.unsigned', { count }), 'sign-plan');
    if (view.planChangedSinceSignature) return step('attention', note('plan.changed'), 'sign-plan');
    return step('done', note('plan.signed', { version: view.planSignatures.length }), 'record-plan-item');
  },
  contacts: (view) => {
    const standing = view.activities.filter((each) => !each.withdrawn);
    const unsigned = standing.filter((each) => !each.signed).length;
    const minutes = Math.floor(view.countedSeconds / 60);
    if (standing.length === 0) return step('waiting', note('contacts.none'), 'contact');
    if (unsigned > 0)
      return step('attention', note('contacts.unsigned', { count: unsigned }), 'sign-activities');
    const incomplete = standing.filter((each) => each.standing.standing === 'incomplete').length;
    if (incomplete > 0)
      return step('attention', note('contacts.incomplete', { count: incomplete }), undefined);
    if (!standing.some((each) => each.activity.contact?.reached === 'reached'))
      return step('attention', note('contacts.nobodyReached'), 'contact');
    return step('done', note('contacts.done', { count: standing.length, minutes }), 'contact');
  },
  coverage: (view) => {
    if (view.patient.coverages.length === 0)
      return step('waiting', note('coverage.noCoverage'), 'record-coverage');
    // A plan that has ended, waits or is used up pays nothing this time: that is asked about, and not settled.
    const inForce = view.coordinationCoverage.filter(({ notInForce }) => !notInForce);
    const free = inForce.filter(({ inTheWay }) => inTheWay.length === 0);
    const known = free.find(({ status }) => status !== 'unknown');
    if (known) return step('done', note('coverage.known', { status: known.status }), 'call');
    if (free.length > 0) return step('attention', note('coverage.unknown'), 'call');
    return step('attention', note(inForce.length > 0 ? 'coverage.stopped' : 'coverage.notInForce'), 'call');
  },
  code: (view) => {
    const decided = view.codeDecisions.at(-1)?.decision;
    const undecided = undecidedEntries(view).length;
    if (decided && undecided > 0)
      return step('attention', note('code.undecided', { count: undecided }), 'decide-code');
    if (decided) return step('done', note('code.decided', { code: decided.code }), 'decide-code');
    if (!hasWork(view)) return step('waiting', note('code.none'), undefined);
    return step('attention', note('code.proposed', { code: view.codeProposal.code }), 'decide-code');
  },
  readiness: (view) => {
    const blocking = view.readiness.checks.filter(({ result }) => result === 'blocks').length;
    if (view.readiness.ready) return step('done', note(`readiness.${view.readiness.answer}`), undefined);
    if (!hasWork(view)) return step('waiting', note('readiness.none'), undefined);
    return step('attention', note('readiness.blocking', { count: blocking }), undefined);
  },
  claim: (view) => {
    const last = view.claims.findLast(({ withdrawn }) => !withdrawn);
    if (last) return step('done', note('claim.created', { number: last.claim.controlNumber }), undefined);
    if (view.readiness.ready) return step('attention', note('claim.ready'), 'create-claim');
    return step('waiting', note('claim.none'), undefined);
  },
  packet: (view) =>
    view.packets.length > 0
      ? step('done', note('packet.done', { count: view.packets.length }), 'seal-packet')
      : step('waiting', note('packet.none'), 'seal-packet'),
};

/** Some time is there that counts, or will when what is missing is there. */
function hasWork({ countedSeconds, pendingSeconds }: CaseView): boolean {
  return countedSeconds + pendingSeconds > 0;
}

function note(id: string, params: Message['params'] = {}): Message {
  return message(`web.spine.note.${id}`, params);
}

function step(state: SpineState, words: Message, action: string | undefined): Derived {
  return { state, note: words, action };
}

/** Where the case is, step by step, in the order of the work. */
export function spineOf(view: CaseView): readonly SpineStep[] {
  return spineSections.map((section) => ({ section, ...derivations[section](view) }));
}

/** Forms on the patient's chain, which no action of the case names. */
const ofPatient: readonly PatientChange[] = ['record-consent', 'record-coverage'];

/** Talks, with the people around a case or with its payer: both are recorded as an activity. */
const talks: readonly string[] = ['contact', 'call'];

function mayTake({ action }: SpineStep, actions: readonly string[], role: StaffRole): boolean {
  if (action === undefined) return true;
  const change = ofPatient.find((each) => each === action);
  if (change) return mayChangePatient(role, change);
  return actions.includes(talks.includes(action) ? 'log-activity' : action);
}

/** Where the gap that the next step follows from is closed. */
const sectionOfGap: Record<string, SpineSection> = {
  consent: 'consent',
  necessity: 'necessity',
  coverage: 'coverage',
  team: 'team',
  plan: 'plan',
  contacts: 'contacts',
  signatures: 'contacts',
  code: 'code',
  attestation: 'readiness',
  claim: 'claim',
};

/**
 * The one with the button in it: where the next step of the case follows from a gap, the step that closes the gap, so
 * that button and words agree; else the first that is not done. Always one that this person may do; where everything
 * open is for others, there is none.
 */
export function nextOnSpine(
  steps: readonly SpineStep[],
  { nextStep, actions }: Pick<CaseView, 'nextStep' | 'actions'>,
  role: StaffRole,
): SpineStep | undefined {
  const possible = steps.filter((step) => step.state !== 'done' && mayTake(step, actions, role));
  const wanted = nextStep?.message && sectionOfGap[nextStep.title];
  return possible.find(({ section }) => section === wanted) ?? possible[0];
}
