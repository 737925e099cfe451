import type { Coverage } from '#domain/coverage/benefit-fact.ts';
import { coverageRecorded } from '#domain/coverage/coverage-event.ts';
import { refuseCoverage } from '#domain/coverage/coverage-decision.ts';
import { notGiven } from '#domain/kernel/not-given.ts';
import type { NewPatientEvent } from '#domain/patient/patient-events.ts';
import type { Payer } from '#domain/practice/practice-events.ts';
import type { ImportMessage } from './from-outcome.ts';
import {
  absentFlags,
  became,
  dayAndFlags,
  nameOfParty,
  ownId,
  rejected,
  sensitivityFlags,
  type Mapping,
  type Scene,
} from './from-scene.ts';
import { flag } from './from-words.ts';
import type { FhirIdentifier, Known } from './read-shapes.ts';
import { clip, codeOf, dayOfStated, filled, hasCode, nameInUse, systems } from './read-values.ts';

const relationships: Readonly<Record<string, Coverage['subscriber']['relationship']>> = {
  self: 'self',
  spouse: 'spouse',
  child: 'child',
};

/** Codes of the v3 ActCode coverage types that say which kind of care is insured. */
const dentalTypes = ['DENTAL', 'DENTPRG'];
const medicalTypes = ['EHCPOL', 'HIP', 'HMO', 'PPO', 'POS', 'HSAPOL', 'MCPOL', 'PUBLICPOL', 'SUBPRG'];

export function fromCoverage(resource: Known<'Coverage'>, scene: Scene): Mapping {
  const payerName = clip(nameOfParty(scene, resource.payor?.[0]), 120);
  const coverageId = ownId(scene, 'coverage');
  const before = scene.patient?.coverages.get(coverageId)?.value;
  if (resource.status === 'entered-in-error')
    return rejected(payerName, 'enteredInError', marked(before, scene));
  const [from, fromFlags] = dayAndFlags('period.start', resource.period?.start);
  const [through, throughFlags] = dayAndFlags('period.end', resource.period?.end);
  const [kind, kindFlags] = kindOf(resource);
  const [memberId, memberFlags] = memberIdOf(resource);
  const [subscriber, subscriberFlags] = subscriberOf(resource, scene);
  const payer = payerOf(resource, payerName, scene);
  const payerId = payer?.payerId ?? before?.payerId;
  const group = classOf(resource, 'group');
  const plan = classOf(resource, 'plan');
  const said = [
    ...(payerName === '' ? [flag('payorMissing')] : []),
    ...(payerName !== '' && payerId === undefined ? [flag('payerUnknown')] : []),
    ...memberFlags,
    ...kindFlags,
    ...periodFlags(from, through, scene.today),
    ...subscriberFlags,
    ...(resource.order === undefined ? [flag('priorityUnstated')] : []),
    ...(resource.status === undefined || resource.status === 'active'
      ? []
      : [flag('statusDoubtful', { value: resource.status })]),
    ...fromFlags,
    ...throughFlags,
    ...absentFlags(scene, 'payor', resource.payor ?? []),
    ...absentFlags(scene, 'subscriber', [resource.subscriber]),
  ];
  const groupNumber = filled(group?.value ?? group?.name, 50);
  const planName = filled(plan?.name ?? plan?.value, 120);
  const coverage: Omit<Coverage, 'flags'> = {
    coverageId,
    ...(payerId === undefined ? {} : { payerId }),
    payerName: payerName || notGiven,
    kind,
    priority: resource.order === 2 ? 'secondary' : (resource.order ?? 1) > 2 ? 'tertiary' : 'primary',
    memberId,
    ...(groupNumber === undefined ? {} : { groupNumber }),
    ...(planName === undefined ? {} : { planName }),
    subscriber,
    ...(from === undefined ? {} : { from }),
    ...(through === undefined ? {} : { through }),
    // No resource tells it: what was entered here stands.
    ...(before?.order && { order: before.order }),
  };
  const flags = [...said, ...contradictionFlags(scene, coverage)];
  return became(
    [payerName, planName].filter(Boolean).join(', '),
    { kind: 'coverage', id: coverageId },
    coverageRecorded({ ...coverage, flags: flags.map(({ words }) => words).slice(0, 20) }, scene.now),
    [
      ...flags,
      ...(payer ? [flag('payerMatched', { name: payer.name })] : []),
      ...sensitivityFlags(resource, undefined),
    ],
  );
}

/** What would be refused by hand is taken from a file, so that nothing of it is lost, and told. */
function contradictionFlags(scene: Scene, coverage: Omit<Coverage, 'flags'>): readonly ImportMessage[] {
  switch (refuseCoverage(scene, { ...coverage, flags: [] })?.code) {
    case 'coverage/depends-on-oneself':
      return [flag('dependsOnThemselves')];
    case 'coverage/child-not-younger':
      return [flag('childNotYounger')];
    case 'coverage/circular-dependants':
      return [flag('circularDependants')];
    case 'coverage/same-place':
      return [flag('samePlace')];
    default:
      return [];
  }
}

function classOf(resource: Known<'Coverage'>, code: string) {
  return (resource.class ?? []).find(({ type }) => codeOf(type) === code);
}

function kindOf(resource: Known<'Coverage'>): readonly [Coverage['kind'], readonly ImportMessage[]] {
  if (hasCode(resource.type, systems.actCode, ...dentalTypes)) return ['dental', []];
  if (hasCode(resource.type, systems.actCode, ...medicalTypes)) return ['medical', []];
  return ['medical', [flag('coverageKindUnstated', { kind: 'medical' })]];
}

function memberIdOf(resource: Known<'Coverage'>): readonly [string, readonly ImportMessage[]] {
  const member = resource.identifier?.find(({ type }) => hasCode(type, systems.identifierType, 'MB'));
  const stated = filled(resource.subscriberId, 80) ?? filled(member?.value, 80);
  if (stated !== undefined) return [stated, []];
  const other = resource.identifier?.find(({ value }) => filled(value, 80) !== undefined);
  if (other)
    return [clip(other.value ?? '', 80), [flag('memberIdFromIdentifier', { system: other.system ?? '' })]];
  return ['', [flag('memberIdMissing')]];
}

function periodFlags(from: string | undefined, through: string | undefined, today: string): ImportMessage[] {
  const flags: ImportMessage[] = [];
  if (from !== undefined && from === through) flags.push(flag('coverageOneDay', { date: from }));
  if (from !== undefined && through !== undefined && through < from) flags.push(flag('coverageBackwards'));
  if (through !== undefined && through < today) flags.push(flag('coverageOver', { date: through }));
  return flags;
}

function subscriberOf(
  resource: Known<'Coverage'>,
  scene: Scene,
): readonly [Coverage['subscriber'], readonly ImportMessage[]] {
  const person = scene.entryOf(resource.subscriber, scene.entry);
  const isPatient =
    person !== undefined &&
    scene.ownerOf(person) === scene.ownerOf(scene.entry) &&
    person.known?.resourceType === 'Patient';
  const code = codeOf(resource.relationship);
  const relationship = code === undefined ? (isPatient ? 'self' : 'other') : (relationships[code] ?? 'other');
  const flags = code === undefined ? [flag('relationshipMissing')] : [];
  if (relationship === 'self') {
    const { lastName, firstName, birthDate, sex } = scene.demographics;
    return [{ relationship, lastName, firstName, birthDate, sex }, flags];
  }
  const known = person?.known;
  if (known?.resourceType !== 'Patient' && known?.resourceType !== 'RelatedPerson')
    return [{ relationship, lastName: '', firstName: '' }, [...flags, flag('subscriberMissing')]];
  const name = nameInUse(known.name, scene.today);
  const birthDate = dayOfStated(known.birthDate);
  return [
    {
      relationship,
      lastName: name.last ?? '',
      firstName: name.first ?? '',
      ...(birthDate === undefined ? {} : { birthDate }),
    },
    name.last === undefined ? [...flags, flag('subscriberMissing')] : flags,
  ];
}

/** The practice's payer that carries the stated name, or one of the payer organization's identifiers; a similar name is not enough. */
function payerOf(resource: Known<'Coverage'>, payerName: string, scene: Scene): Payer | undefined {
  const known = scene.entryOf(resource.payor?.[0], scene.entry)?.known;
  const stated: readonly FhirIdentifier[] = [
    ...(known?.resourceType === 'Organization' ? (known.identifier ?? []) : []),
    ...(resource.payor?.[0]?.identifier ? [resource.payor[0].identifier] : []),
  ];
  const matches = scene.payers.filter(
    (payer) =>
      (payerName !== '' && payer.name.trim().toLowerCase() === payerName.toLowerCase()) ||
      stated.some(({ value }) => value !== undefined && value === payer.claimPayerId),
  );
  return matches.length === 1 ? matches[0] : undefined;
}

function marked(before: Coverage | undefined, scene: Scene): NewPatientEvent | undefined {
  return (
    before &&
    coverageRecorded(
      { ...before, flags: [...new Set([flag('withdrawn').words, ...before.flags])].slice(0, 20) },
      scene.now,
    )
  );
}
