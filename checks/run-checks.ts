import { fileURLToPath } from 'node:url';
import { addresses } from './addresses.ts';
import { deadExports } from './dead-exports.ts';
import { domainPurity } from './domain-purity.ts';
import { fileNames } from './file-names.ts';
import { glossary } from './glossary.ts';
import { honestTests } from './honest-tests.ts';
import { i18nParity } from './i18n-parity.ts';
import { importCycles } from './import-cycles.ts';
import { importDirection } from './import-direction.ts';
import { licenceRules } from './licence-rules.ts';
import { noLeftovers } from './no-leftovers.ts';
import { noSilencing } from './no-silencing.ts';
import { readProject, type Check } from './project.ts';
import { refusalTexts } from './refusal-texts.ts';

const checks: readonly Check[] = [
  importDirection,
  importCycles,
  domainPurity,
  fileNames,
  noSilencing,
  honestTests,
  noLeftovers,
  deadExports,
  licenceRules,
  addresses,
  i18nParity,
  refusalTexts,
  glossary,
];

// Every problem of every check, so that one run is enough to mend all of them.
const files = readProject(fileURLToPath(new URL('..', import.meta.url)));
const failed = checks
  .map((check) => ({ check, problems: check.find(files) }))
  .filter(({ problems }) => problems.length > 0);
for (const { check, problems } of failed) {
  console.log(`${check.name}: ${check.why}`);
  for (const { path, line, message } of problems) console.log(`  ${path}:${line}: ${message}`);
}
console.log(`${checks.length - failed.length} of ${checks.length} checks fine, ${files.length} files`);
process.exitCode = failed.length === 0 ? 0 : 1;
