import type { Check, Problem } from './project.ts';

/** As a whole name (`utils.ts`, `shared/`, `claim.service.ts`) or as its last word (`claim-helpers.ts`). */
const dump = /^(.*-)?(utils?|helpers?|common|shared|services?|managers?|misc)$/;
/** The field's own words that end so. */
const ours = /(^|-)of-service$/;
const barrel = /(^|\/)(index|mod)\.(ts|tsx|mjs|js)$/;
const plain = /^[a-z0-9.-]+$/;

export const fileNames: Check = {
  name: 'file-names',
  why: 'A name with no noun of the work collects everything; a barrel hides who needs what.',
  find: (files) => files.flatMap((file) => objections(file.path)),
};

function objections(path: string): Problem[] {
  if (!/\.(ts|tsx|mjs|js)$/.test(path)) return [];
  const problem = (message: string) => [{ path, line: 1, message }];
  const words = path.split(/[/.]/);
  const empty = words.find((word) => dump.test(word) && !ours.test(word));
  if (empty !== undefined)
    return problem(`"${empty}" says nothing about the work: use a word of the glossary`);
  if (barrel.test(path)) return problem('no barrel files: import from where it is written');
  const odd = path.split('/').find((part) => !plain.test(part));
  return odd === undefined ? [] : problem(`"${odd}": names are lower case, words joined by hyphens`);
}
