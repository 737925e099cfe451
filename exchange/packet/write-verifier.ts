import { writeFileSync } from 'node:fs';
import { bundleVerifier } from './bundle-verifier.ts';

// Run after a change of the verifier: `node exchange/packet/write-verifier.ts`.
writeFileSync(new URL('./verify.mjs', import.meta.url), await bundleVerifier());
