import type { SignedHead } from '#domain/audit/chain.ts';

/**
 * A packet is one ZIP file. `manifest.json` lists every other file with its hash; `manifest.sig` is the Ed25519
 * signature (base64) over its bytes; `public-key.pem` is the key that made it. These three are not listed.
 */
export const manifestName = 'manifest.json';
export const signatureName = 'manifest.sig';
export const publicKeyName = 'public-key.pem';
export const eventsName = 'events.ndjson';
export const verifierName = 'verify.mjs';
export const instructionsName = 'HOW-TO-VERIFY.txt';
export const unlistedNames: readonly string[] = [manifestName, signatureName, publicKeyName];

export interface ListedFile {
  readonly name: string;
  readonly sha256: string;
  /** Bytes. */
  readonly length: number;
}

export interface Manifest {
  readonly format: 'archway-packet';
  readonly version: 1;
  readonly packetId: string;
  readonly createdAt: string;
  readonly practice: { readonly name: string; readonly npi?: string };
  /** The practice's own number of the case or claim; no name of a patient. */
  readonly caseControlNumber: string;
  readonly recipient: { readonly name: string; readonly kind: string };
  readonly purpose: string;
  /** The decision under which this left, with the rule behind each category. */
  readonly release: {
    readonly outcome: string;
    readonly asOf: string;
    readonly categories: readonly {
      readonly category: string;
      readonly outcome: string;
      readonly reason: string;
      readonly source: string;
    }[];
  };
  /** Where each chain of events.ndjson ends. */
  readonly chains: readonly SignedHead[];
  readonly files: readonly ListedFile[];
  readonly key: { readonly algorithm: 'Ed25519'; readonly fingerprint: string };
}
