import { problemLines, sealedTables, type Check, type Problem, type SourceFile } from './project.ts';

/** Code numbers and our own words are ours to use; the descriptors of the code set belong to its licensor. */
const licensedKey =
  /(?:^|[{,])\s*(?:- )?["']?(?:(?:(?:cdt|ada|official)[ _-]?)?(?:descriptors?|nomenclatures?)|(?:cdt|ada|official)[ _-]?(?:texts?|wordings?|descriptions?|names?|titles?|terms?))["']?\s*:/i;
/** Column names of a licensed list, in the first lines of a table. */
const licensedColumn = /(?:^|[,;\t|])\s*["']?[^,;\t|]*\b(?:descriptors?|nomenclatures?)\b/i;
/** A table that has words beside its codes, whatever its columns are called. */
const codeColumn = /(?:^|[,;\t|])\s*["']?(?:cdt|ada|proc(?:edure)?)?[ _-]?codes?["']?\s*(?:$|[,;\t|])/i;
const wordsColumn =
  /(?:^|[,;\t|])\s*["']?[^,;\t|]*(?:desc(?:ription|r)?|wording|term|name|text)["']?\s*(?:$|[,;\t|])/i;
const table = /\.(csv|tsv|txt)$/i;
/** What no check can look into, and a code list usually comes as. */
const sealed = new RegExp(`\\.(${sealedTables.join('|')})$`, 'i');
const listName =
  /(^|[/._-])(cdt[^/]*\.(csv|tsv|txt|xlsx?|pdf|xml)|(nomenclature|descriptors?|snodent)[^/]*\.[a-z]+)$/i;
/** A code followed on its line by words: five words or more read like a descriptor. */
const codeWithWords = /\bD\d{4}\b["']?\s*[,;:\t|]\s*["']?(?:[A-Za-z][A-Za-z-]*[ ,]+){4,}[A-Za-z]/;
/** A rule or a demonstration names a dozen codes; a code list names hundreds. */
const mostCodesWithWords = 30;
/** Whatever shape it has: no file of ours names half as many. */
const mostCodes = 100;

export const licenceRules: Check = {
  name: 'licence-rules',
  why: 'We ship no text of a licensed code set: code numbers and our own words only.',
  find: (files) =>
    files.flatMap((file) => [...byName(file), ...byKey(file), ...byColumn(file), ...byContent(file)]),
};

function byName({ path }: SourceFile): Problem[] {
  if (sealed.test(path))
    return [{ path, line: 1, message: 'is a table that no check can look into: a test writes its own' }];
  return listName.test(path) ? [{ path, line: 1, message: 'looks like a licensed code list' }] : [];
}

function byKey(file: SourceFile): Problem[] {
  if (!/\.(json|ya?ml)$/.test(file.path)) return [];
  return problemLines(file, licensedKey, (found) => `${found} holds licensed text: use our own words`);
}

function byColumn(file: SourceFile): Problem[] {
  if (!table.test(file.path)) return [];
  const licensed = problemLines(file, licensedColumn, () => 'has a column of the licensor: a code list');
  const worded = problemLines(file, codeColumn, () => 'has words beside its codes: a code list').filter(
    ({ line }) => wordsColumn.test(file.text.split('\n')[line - 1] ?? ''),
  );
  return [...licensed, ...worded].filter(({ line }) => line <= 5).slice(0, 1);
}

function byContent(file: SourceFile): Problem[] {
  const named = new Set(file.text.match(/\bD\d{4}\b/g));
  if (named.size > mostCodes)
    return [{ path: file.path, line: 1, message: `${named.size} different codes: a code list` }];
  const codes = problemLines(file, new RegExp(codeWithWords), (found) => found);
  if (codes.length <= mostCodesWithWords) return [];
  const line = codes[0]?.line ?? 1;
  return [{ path: file.path, line, message: `${codes.length} codes with words beside them: a code list` }];
}
