import { notGiven } from '#domain/kernel/not-given.ts';
import type { ImportMessage } from './from-outcome.ts';
import {
  absentFlags,
  becameHistory,
  dayAndFlags,
  keptOnly,
  rejected,
  sensitivityFlags,
  withdrawnHistory,
  type Mapping,
  type Scene,
} from './from-scene.ts';
import { flag } from './from-words.ts';
import { containedOf } from './read-references.ts';
import type { FhirConcept, Known } from './read-shapes.ts';
import { clip, codeOf, codingsOf, conceptText, filled } from './read-values.ts';

type Medicated = Known<'MedicationRequest'> | Known<'MedicationStatement'>;

export function fromMedicationRequest(resource: Known<'MedicationRequest'>, scene: Scene): Mapping {
  if (resource.doNotPerform === true)
    return keptOnly(conceptText(medicationOf(resource, scene), 300), 'mustNotBeGiven');
  return fromMedication(resource, scene, resource.authoredOn, dosageText(resource.dosageInstruction), [
    ...absentFlags(scene, 'requester', [resource.requester]),
  ]);
}

export function fromMedicationStatement(resource: Known<'MedicationStatement'>, scene: Scene): Mapping {
  const when = resource.effectiveDateTime ?? resource.effectivePeriod?.start ?? resource.dateAsserted;
  return fromMedication(resource, scene, when, dosageText(resource.dosage), []);
}

function fromMedication(
  resource: Medicated,
  scene: Scene,
  when: string | undefined,
  dosage: string | undefined,
  flags: readonly ImportMessage[],
): Mapping {
  const concept = medicationOf(resource, scene);
  const text = conceptText(concept, 400) ?? filled(resource.medicationReference?.display, 400);
  const status = clip(resource.status ?? '', 40);
  if (status === 'entered-in-error')
    return rejected(text, 'enteredInError', withdrawnHistory(scene, 'entered-in-error'));
  const [on, dayFlags] = dayAndFlags('date', when);
  return becameHistory(
    scene,
    resource,
    {
      kind: 'medication',
      text: text ?? notGiven,
      codings: codingsOf(concept),
      status,
      ...(dosage === undefined ? {} : { value: dosage }),
      ...(on === undefined ? {} : { on }),
    },
    [
      ...(text === undefined ? [flag('nothingStated')] : []),
      ...(status === '' ? [flag('statusUnstated')] : []),
      ...absentFlags(scene, 'medication', [resource.medicationReference]),
      ...flags,
      ...dayFlags,
      ...sensitivityFlags(resource, undefined),
    ],
  );
}

function medicationOf(resource: Medicated, scene: Scene): FhirConcept | undefined {
  if (resource.medicationCodeableConcept) return resource.medicationCodeableConcept;
  const contained = containedOf(resource, resource.medicationReference, 'Medication');
  if (contained) return contained.code;
  const named = scene.entryOf(resource.medicationReference, scene.entry)?.known;
  return named?.resourceType === 'Medication' ? named.code : undefined;
}

function dosageText(dosages: readonly { readonly text?: string }[] | undefined): string | undefined {
  return filled((dosages ?? []).flatMap(({ text }) => filled(text, 300) ?? []).join('; '), 300);
}

export function fromAllergyIntolerance(resource: Known<'AllergyIntolerance'>, scene: Scene): Mapping {
  const text = conceptText(resource.code, 400);
  const verification = codeOf(resource.verificationStatus);
  if (verification === 'entered-in-error')
    return rejected(text, 'enteredInError', withdrawnHistory(scene, 'entered-in-error'));
  if (verification === 'refuted') return rejected(text, 'ruledOut', withdrawnHistory(scene, 'refuted'));
  const status = clip(codeOf(resource.clinicalStatus) ?? '', 40);
  const [on, dayFlags] = dayAndFlags('onset', resource.onsetDateTime ?? resource.recordedDate);
  const reactions = (resource.reaction ?? []).flatMap(({ manifestation, severity }) =>
    (manifestation ?? []).flatMap((each) => {
      const word = conceptText(each, 100);
      return word === undefined ? [] : [severity === undefined ? word : `${word} (${severity})`];
    }),
  );
  const criticality = resource.criticality === undefined ? [] : [`criticality ${resource.criticality}`];
  const value = filled([...criticality, ...reactions].join('; '), 300);
  return becameHistory(
    scene,
    resource,
    {
      kind: 'allergy',
      text: text ?? notGiven,
      codings: codingsOf(resource.code),
      status,
      ...(value === undefined ? {} : { value }),
      ...(on === undefined ? {} : { on }),
    },
    [
      ...(text === undefined ? [flag('nothingStated')] : []),
      ...(status === '' ? [flag('statusUnstated')] : []),
      ...(verification === undefined || verification === 'confirmed'
        ? []
        : [flag('statusDoubtful', { value: verification })]),
      ...dayFlags,
      ...sensitivityFlags(resource, undefined),
    ],
  );
}
