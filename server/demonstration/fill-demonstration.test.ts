import type { TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CaseView } from '#contract/views.ts';
import { Activity, reachedWords } from '#domain/activity/activity.ts';
import { minuteStandings } from '#domain/activity/minute-standing.ts';
import { streamKinds, type RecordedEvent } from '#domain/audit/event.ts';
import {
  Attestation,
  caseStates,
  ChargeAgreement,
  closingOutcomes,
  CoverageAnswer,
} from '#domain/case/case-events.ts';
import { Claim } from '#domain/claim/claim.ts';
import { CodeDecision } from '#domain/code-guide/code-decision.ts';
import { Consent, consentKinds, Restriction, Revocation } from '#domain/consent/consent.ts';
import { BenefitFact, Coverage } from '#domain/coverage/benefit-fact.ts';
import { instant } from '#domain/kernel/calendar-date.ts';
import { NecessityFactor } from '#domain/necessity/factor.ts';
import {
  Accommodation,
  Condition,
  Demographics,
  Disclosure,
  PatientDocument,
  RelatedPerson,
} from '#domain/patient/patient-events.ts';
import { Payer, PracticeProfile, Provider, routes, StaffMember } from '#domain/practice/practice-events.ts';
import { Referral, ReferralMove, referralStates } from '#domain/referral/referral.ts';
import { TeamMember } from '#domain/team/team-member.ts';
import { PlanItem, PlanSignature } from '#domain/treatment-plan/plan-item.ts';
import { Task, TaskHold } from '#domain/worklist/task.ts';
import type { Archway } from '../archway.ts';
import { caseView } from '../case/case-view.ts';
import { knownPerson } from '../http/signed-in.ts';
import { organizationCount } from '../identity/found-organization.ts';
import { rebuildReadModels } from '../record/rebuild.ts';
import { EvidenceRecord } from '../record/record.ts';
import { streamIds } from '../record/stream-reader.ts';
import { verifyRecord } from '../record/verify-record.ts';
import { openTestArchway } from '../test-practice.ts';
import { worklist, worklistChoices } from '../worklist/worklist.ts';
import { demonstrationOrganization } from './accounts.ts';
import { fillDemonstration } from './fill-demonstration.ts';

const organizationId = demonstrationOrganization;
const wednesday = instant('2026-05-13T17:20:00.000Z');
/** Sunday, an hour after the clock was set forward, and a few minutes after midnight in Tacoma. */
const sundayNight = instant('2026-03-09T07:04:00.000Z');

async function openAt(now: Archway['record']['now']): Promise<Archway> {
  const archway = await openTestArchway();
  const { db, signer } = archway.record;
  let ids = 0;
  return { ...archway, record: new EvidenceRecord({ db, signer, now, newId: () => `after-${++ids}` }) };
}

async function filledAt(now: ReturnType<Archway['record']['now']>): Promise<Archway> {
  const archway = await openAt(() => now);
  await fillDemonstration(archway, () => undefined);
  return archway;
}

async function allEvents(archway: Archway): Promise<RecordedEvent[]> {
  return archway.record.read(organizationId, async (reading) => {
    const events: RecordedEvent[] = [];
    for (const kind of streamKinds)
      for (const id of await streamIds(reading.tenant, organizationId, kind))
        events.push(...(await reading.events({ kind, id })));
    return events;
  });
}

async function coordinator(archway: Archway) {
  const person = await knownPerson(archway, { organizationId, staffId: 'staff-coordinator' });
  if (!person) throw new Error('nobody coordinates');
  return person;
}

async function allViews(archway: Archway): Promise<CaseView[]> {
  const person = await coordinator(archway);
  return archway.record.read(organizationId, async (reading) => {
    const views: CaseView[] = [];
    for (const caseId of await streamIds(reading.tenant, organizationId, 'case')) {
      const view = await caseView(archway, reading, person, caseId);
      if (view) views.push(view);
    }
    return views;
  });
}

let archway: Archway;
let events: RecordedEvent[];
let views: CaseView[];
beforeAll(async () => {
  archway = await filledAt(wednesday);
  events = await allEvents(archway);
  views = await allViews(archway);
});
afterAll(() => archway.close());

const distinct = (words: Iterable<string>) => [...new Set(words)].sort();
const sorted = (words: readonly string[]) => [...words].sort();
const data = (type: string) => events.filter((event) => event.type === type).map((event) => event.data);

test('has more than forty cases', () => {
  expect(views.length).toBeGreaterThanOrEqual(44);
  expect(distinct(views.map(({ patientId }) => patientId)).length).toBeGreaterThanOrEqual(38);
});

test('every case state, every way to close, a reopened case, holds with and without a day', () => {
  expect(distinct(views.map(({ state }) => state))).toEqual(sorted(caseStates));
  expect(distinct(data('case.closed').map(({ outcome }) => String(outcome)))).toEqual(
    sorted(closingOutcomes),
  );
  expect(data('case.reopened')).toHaveLength(1);
  const holds = views.filter(({ state }) => state === 'on-hold').map(({ holdUntil }) => holdUntil);
  expect(holds).toContain(undefined);
  expect(holds.some((until) => until !== undefined && until < '2026-05-13')).toBe(true);
  expect(holds.some((until) => until !== undefined && until > '2026-05-13')).toBe(true);
});

test('every view of the worklist has cases, and every flag occurs', async () => {
  const person = await coordinator(archway);
  const { rows, counts } = await archway.record.read(organizationId, (reading) =>
    worklist(reading, person, wednesday, 'all', ''),
  );
  expect(distinct(rows.flatMap(({ flags }) => flags))).toEqual([
    'hold-ran-out',
    'overdue',
    'silent',
    'unowned',
  ]);
  for (const choice of worklistChoices) expect(counts[choice], choice).toBeGreaterThan(0);
  const holders = distinct(rows.flatMap(({ nextStep }) => nextStep?.holder.kind ?? []));
  expect(holders).toEqual(['nobody', 'patient', 'staff', 'team-member']);
});

test('every state of a referral, every standing of minutes, every answer of readiness', () => {
  expect(distinct(views.flatMap(({ referrals }) => referrals.map(({ state }) => state)))).toEqual(
    sorted(referralStates),
  );
  const standings = views.flatMap(({ activities }) => activities.map(({ standing }) => standing.standing));
  expect(distinct(standings)).toEqual(sorted(minuteStandings));
  expect(distinct(views.map(({ readiness }) => readiness.answer))).toEqual([
    'incomplete',
    'payable',
    'valid-not-payable',
    'valid-payer-unknown',
  ]);
});

test('contacts by every route and with every outcome; late, amended, withdrawn, unsigned, by hand, overlapping', () => {
  const activities = views.flatMap((view) => view.activities);
  const contacts = activities.flatMap(({ activity }) => activity.contact ?? []);
  expect(distinct(contacts.map(({ route }) => route))).toEqual(sorted(routes));
  expect(distinct(contacts.map(({ reached }) => reached))).toEqual(sorted(reachedWords));
  expect(distinct(activities.map(({ activity }) => activity.time.basis))).toEqual([
    'by-hand',
    'start-and-stop',
    'timer',
  ]);
  expect(activities.some(({ late }) => late)).toBe(true);
  expect(activities.some(({ amendments }) => amendments.length > 0)).toBe(true);
  expect(activities.some(({ withdrawn }) => withdrawn)).toBe(true);
  expect(activities.some(({ signed, withdrawn }) => !signed && !withdrawn)).toBe(true);
  const reasons = activities.flatMap(({ standing }) => standing.reasons.map(({ message }) => message.id));
  expect(reasons).toContain('minutes.warns.twoPatients');
});

test('consents of every kind, expired, revoked, on paper, on screen, by word', () => {
  const consents = views.flatMap(({ patient }) => patient.consents);
  expect(distinct(consents.map(({ consent }) => consent.kind))).toEqual(sorted(consentKinds));
  expect(distinct(consents.map(({ consent }) => consent.method))).toEqual([
    'documented-word',
    'paper',
    'signed-on-screen',
  ]);
  expect(data('patient.consent-revoked').length).toBeGreaterThan(0);
  expect(consents.some(({ consent }) => (consent.expiresOn ?? '9999') < '2026-05-13')).toBe(true);
  expect(distinct(consents.map(({ consent }) => consent.signer.authority))).toEqual([
    'court-appointed',
    'health-care-agent',
    'parent',
    'self',
  ]);
});

test('claims created, given out, replaced and voided; codes of every kind of work', () => {
  expect(distinct(data('claim.released').map(({ format }) => String(format)))).toEqual(['fhir', 'x12']);
  const claims = views.flatMap((view) => view.claims.map(({ claim }) => claim));
  expect(distinct(claims.map(({ frequency }) => frequency))).toEqual(['original', 'replacement', 'void']);
  const codes = views.flatMap((view) => view.codeDecisions.map(({ decision }) => decision.code));
  expect(distinct(codes)).toEqual(['D9311', 'D9992', 'D9994', 'none']);
  expect(data('patient.disclosure-recorded').length).toBeGreaterThan(100);
});

test('one case has an answered predetermination, one whose answer ends before its visit, and one that is out', () => {
  const view = views.find(({ caseId }) => caseId === 'demo-lund-implant');
  expect(view?.patient.predeterminations.map(({ state }) => state)).toEqual(['sent', 'expiring', 'answered']);
});

const shapes: Readonly<Record<string, readonly [member: string, schema: TSchema]>> = {
  'practice.profile-set': ['profile', PracticeProfile],
  'practice.provider-recorded': ['provider', Provider],
  'practice.payer-recorded': ['payer', Payer],
  'practice.staff-recorded': ['staff', StaffMember],
  'patient.registered': ['demographics', Demographics],
  'patient.related-person-recorded': ['relatedPerson', RelatedPerson],
  'patient.condition-recorded': ['condition', Condition],
  'patient.accommodation-recorded': ['accommodation', Accommodation],
  'patient.coverage-recorded': ['coverage', Coverage],
  'patient.benefit-fact-recorded': ['fact', BenefitFact],
  'patient.consent-recorded': ['consent', Consent],
  'patient.consent-revoked': ['revocation', Revocation],
  'patient.restriction-agreed': ['restriction', Restriction],
  'patient.document-attached': ['document', PatientDocument],
  'patient.disclosure-recorded': ['disclosure', Disclosure],
  'necessity.factor-recorded': ['factor', NecessityFactor],
  'team.member-recorded': ['member', TeamMember],
  'plan.item-recorded': ['item', PlanItem],
  'plan.signed': ['signature', PlanSignature],
  'activity.logged': ['activity', Activity],
  'task.opened': ['task', Task],
  'task.held': ['hold', TaskHold],
  'referral.drafted': ['referral', Referral],
  'referral.moved': ['move', ReferralMove],
  'coverage.answered': ['answer', CoverageAnswer],
  'charge.agreed': ['agreement', ChargeAgreement],
  'code.decided': ['decision', CodeDecision],
  'case.attested': ['attestation', Attestation],
  'claim.created': ['claim', Claim],
};

test.each(Object.entries(shapes))('%s has the shape that a request must have', (type, [member, schema]) => {
  const found = data(type);
  expect(found.length).toBeGreaterThan(0);
  const wrong = found.filter((each) => !Value.Check(schema, each[member]));
  expect(wrong.slice(0, 1)).toEqual([]);
});

test('no text has a gap left', () => {
  const gaps = events.filter((event) =>
    /\{\w+\}/.test(JSON.stringify(event.data).replaceAll(/"(\w+)":\{/g, '')),
  );
  expect(gaps.slice(0, 1)).toEqual([]);
});

test('time goes forward in every chain and ends before today', () => {
  for (const chain of Map.groupBy(events, ({ stream }) => `${stream.kind}/${stream.id}`).values()) {
    const moments = chain.map(({ recordedAt }) => recordedAt);
    expect(moments).toEqual([...moments].sort());
  }
  expect(
    events.every(({ recordedAt, occurredAt }) => occurredAt <= recordedAt && recordedAt < wednesday),
  ).toBe(true);
});

test('the record verifies, and rebuilding finds no difference', async () => {
  const reports = await verifyRecord(archway.record, organizationId, () => undefined);
  expect(reports.flatMap(({ faults }) => faults)).toEqual([]);
  const { differences } = await rebuildReadModels(archway.record, organizationId, () => undefined);
  expect(differences).toEqual([]);
});

const slow = { timeout: 90_000 };

test('the same seed and moment give the same demonstration', slow, async () => {
  const again = await filledAt(wednesday);
  const told = (each: RecordedEvent) => [
    each.stream,
    each.position,
    each.eventId,
    each.type,
    each.who,
    each.occurredAt,
    each.recordedAt,
    each.data,
    each.reliedOn,
  ];
  const others = await allEvents(again);
  await again.close();
  expect(others.map(told)).toEqual(events.map(told));
});

test('is written on any day, also at night and after the clock was changed', slow, async () => {
  const other = await filledAt(sundayNight);
  const found = await allViews(other);
  await other.close();
  expect(found).toHaveLength(views.length);
});

test('leaves nothing behind when it fails', async () => {
  let calls = 0;
  const broken = await openAt(() => wednesday);
  const { signer } = broken.record;
  const tired = {
    ...signer,
    sign: (message: string) => {
      if (++calls === 200) throw new Error('the pen is empty');
      return signer.sign(message);
    },
  };
  const record = new EvidenceRecord({
    db: broken.record.db,
    signer: tired,
    now: () => wednesday,
    newId: () => 'unused',
  });
  await expect(fillDemonstration({ ...broken, record }, () => undefined)).rejects.toThrow('the pen is empty');
  expect(await organizationCount(broken)).toBe(0);
  await broken.close();
});
