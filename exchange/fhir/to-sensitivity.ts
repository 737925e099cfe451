import type { Coding, Meta } from 'fhir/r4';
import type { DataCategory } from '#domain/consent/consent.ts';
import { systems } from './fhir-codes.ts';
import type { Scene } from './to-scene.ts';

/** v3 Confidentiality: the receiver must hold back more than with ordinary health data. */
export const restrictedLabel: Coding = { system: systems.confidentiality, code: 'R' };

/**
 * Labels of HL7's v3 ActCode by which the next system can tell what is specially protected. What a minor
 * consented to alone has no code there, and is labeled as restricted only.
 */
const labels: Partial<Record<DataCategory, readonly string[]>> = {
  'substance-use-treatment': ['42CFRPart2', 'ETH'],
  'psychotherapy-notes': ['PSYTHPN'],
  'mental-health': ['MH'],
  hiv: ['HIV'],
  'reproductive-health': ['SEX'],
  genetic: ['GDIS'],
};

/** What to put into a resource that may hold something specially protected: its security labels, or nothing. */
export function sensitivityMeta(scene: Scene, sensitive: DataCategory | undefined): { meta?: Meta } {
  if (sensitive === undefined) return {};
  scene.restrict();
  const codes = labels[sensitive] ?? [];
  return {
    meta: { security: [restrictedLabel, ...codes.map((code) => ({ system: systems.actCode, code }))] },
  };
}
