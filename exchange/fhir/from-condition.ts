import { parseDiagnosisCode, type DiagnosisCode } from '#domain/kernel/diagnosis-code.ts';
import { notGiven } from '#domain/kernel/not-given.ts';
import type { Condition, NewPatientEvent } from '#domain/patient/patient-events.ts';
import { sensitivityOfDiagnosis } from '#domain/patient/sensitivity.ts';
import type { ImportMessage } from './from-outcome.ts';
import {
  absentFlags,
  became,
  dayAndFlags,
  ownId,
  rejected,
  sensitivityFlags,
  type Mapping,
  type Scene,
} from './from-scene.ts';
import { sensitivityOfLabels } from './from-sensitivity.ts';
import { flag } from './from-words.ts';
import type { FhirConcept, Known } from './read-shapes.ts';
import { clip, codeOf, codingsOf, conceptText, systems } from './read-values.ts';

/** Codes of HL7's condition-clinical, by what they mean here. */
const statuses: Readonly<Record<string, Condition['status']>> = {
  active: 'active',
  recurrence: 'active',
  relapse: 'active',
  inactive: 'inactive',
  remission: 'inactive',
  resolved: 'resolved',
};

/** A condition. Its diagnosis is an ICD-10-CM code only when the source states one; no other code is turned into one. */
export function fromCondition(resource: Known<'Condition'>, scene: Scene): Mapping {
  const text = conceptText(resource.code, 300);
  const verification = codeOf(resource.verificationStatus);
  if (verification === 'entered-in-error') return rejected(text, 'enteredInError', withdrawn(scene));
  if (verification === 'refuted') return rejected(text, 'ruledOut', withdrawn(scene));
  const before = scene.patient?.conditions.get(ownId(scene, 'condition'))?.value;
  const codings = codingsOf(resource.code);
  const [stated, diagnosisFlags] = statedDiagnosis(resource.code);
  // a code that a person has added stays as long as the source still says the same and states none itself
  const diagnosis = stated ?? (sameCodings(before?.codings, codings) ? before?.diagnosis : undefined);
  const [onset, onsetFlags] = dayAndFlags('onset', resource.onsetDateTime ?? resource.onsetPeriod?.start);
  const [end, endFlags] = dayAndFlags(
    'abatement',
    resource.abatementDateTime ?? resource.abatementPeriod?.end,
  );
  const [status, statusFlags] = statusOf(resource);
  const category = sensitivityOfDiagnosis(diagnosis);
  const sensitive = sensitivityOfLabels(resource.meta?.security) ?? category ?? before?.sensitive;
  const condition: Condition = {
    conditionId: ownId(scene, 'condition'),
    text: withSite(text ?? notGiven, resource.bodySite),
    codings,
    status,
    ...(diagnosis === undefined ? {} : { diagnosis }),
    ...(onset === undefined ? {} : { onset }),
    ...(end === undefined ? {} : { ended: end }),
    ...(sensitive === undefined ? {} : { sensitive }),
  };
  return became(
    condition.text,
    { kind: 'condition', id: condition.conditionId },
    { type: 'patient.condition-recorded', occurredAt: scene.now, data: { condition } },
    [
      ...(diagnosis === undefined ? [...diagnosisFlags, flag('noDiagnosis')] : diagnosisFlags),
      ...(text === undefined ? [flag('nothingStated')] : []),
      ...(resource.category?.length ? [] : [flag('categoryMissing')]),
      ...statusFlags,
      ...onsetFlags,
      ...endFlags,
      ...sensitivityFlags(resource, category),
      ...absentFlags(scene, 'asserter', [resource.asserter]),
    ],
  );
}

function statedDiagnosis(
  concept: FhirConcept | undefined,
): readonly [DiagnosisCode | undefined, readonly ImportMessage[]] {
  const stated = (concept?.coding ?? []).flatMap(({ system, code }) =>
    system === systems.icd10cm && code !== undefined ? [code] : [],
  );
  const codes = new Set<DiagnosisCode>();
  const flags: ImportMessage[] = [];
  for (const code of stated) {
    const parsed = parseDiagnosisCode(code);
    if (typeof parsed === 'string') codes.add(parsed);
    else flags.push(flag('diagnosisInvalid', { value: code }));
  }
  const [first] = codes;
  if (first !== undefined && codes.size > 1) flags.push(flag('diagnosesSeveral', { value: first }));
  return [first, flags];
}

function statusOf(resource: Known<'Condition'>): readonly [Condition['status'], readonly ImportMessage[]] {
  const verification = codeOf(resource.verificationStatus);
  const doubtful =
    verification === undefined || verification === 'confirmed'
      ? []
      : [flag('statusDoubtful', { value: verification })];
  const code = codeOf(resource.clinicalStatus);
  const status = code !== undefined && Object.hasOwn(statuses, code) ? statuses[code] : undefined;
  if (status !== undefined) return [status, doubtful];
  const taken = (resource.abatementDateTime ?? resource.abatementPeriod?.end) ? 'resolved' : 'active';
  return [taken, [...doubtful, flag('statusMissing', { value: taken })]];
}

function withSite(text: string, sites: readonly FhirConcept[] | undefined): string {
  const named = (sites ?? []).flatMap((site) => conceptText(site, 120) ?? []);
  const added = named.filter((site) => !text.toLowerCase().includes(site.toLowerCase()));
  return clip([text, ...added].join(', '), 300);
}

function sameCodings(before: Condition['codings'] | undefined, now: Condition['codings']): boolean {
  const keys = (codings: Condition['codings']) =>
    codings
      .map(({ system, code }) => `${system}|${code}`)
      .toSorted()
      .join('\n');
  return before !== undefined && keys(before) === keys(now);
}

function withdrawn(scene: Scene): NewPatientEvent | undefined {
  const before = scene.patient?.conditions.get(ownId(scene, 'condition'))?.value;
  return (
    before && {
      type: 'patient.condition-recorded',
      occurredAt: scene.now,
      data: { condition: { ...before, status: 'inactive' } },
    }
  );
}
