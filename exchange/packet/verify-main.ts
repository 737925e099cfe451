import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { verifyCommand } from './verify-command.ts';

// The beginning of verify.mjs, which `write-verifier.ts` makes of this and of what it reads.
if (Number(process.versions.node.split('.')[0]) < 20) {
  process.stderr.write(`This needs Node 20 or newer; this is ${process.versions.node}.\n`);
  process.exitCode = 2;
} else {
  process.exitCode = verifyCommand(
    process.argv.slice(2),
    dirname(fileURLToPath(import.meta.url)),
    (text) => process.stdout.write(text),
    (text) => process.stderr.write(text),
  );
}
