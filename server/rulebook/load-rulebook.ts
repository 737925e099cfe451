import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { load } from 'js-yaml';
import type { GuidePage } from '#domain/code-guide/guide-page.ts';
import { canonicalJson } from '#domain/kernel/canonical-json.ts';
import type { Rulebook } from '#domain/rulebook/rulebook.ts';
import type { WorkedExample } from '#domain/rulebook/worked-example.ts';
import type { Pathway } from '#domain/pathway/pathway.ts';
import { readGuideFile } from './read-guide-file.ts';
import { readPathwayFile } from './read-pathway-file.ts';
import { readCodeSetFile, readPayerFile, readRuleFile, type CodeSetExample } from './read-rulebook-file.ts';

/** Where the program's own rulebook lies. */
export const rulebookFolder = path.join(import.meta.dirname, '..', '..', 'rulebook');

/** What is wrong with a rulebook file, for its author. */
export interface RulebookProblem {
  readonly file: string;
  readonly what: string;
}

export interface RulebookFiles {
  readonly rulebook: Rulebook;
  /** Worked examples by rule id. */
  readonly examples: ReadonlyMap<string, readonly WorkedExample[]>;
  readonly codeSetExamples: readonly CodeSetExample[];
  readonly problems: readonly RulebookProblem[];
}

/** Reads and validates every file; the version is a hash over the content of those that decide, by file name. */
export async function readRulebook(folder = rulebookFolder): Promise<RulebookFiles> {
  const contents = new Map<string, unknown>();
  const problems: RulebookProblem[] = [];
  for (const file of await yamlFiles(folder))
    try {
      contents.set(file, load(await readFile(path.join(folder, file), 'utf8')));
    } catch (fault) {
      problems.push({ file, what: `is not YAML: ${fault instanceof Error ? fault.message : String(fault)}` });
    }
  const payers = new Map<
    string,
    Rulebook['payers'] extends ReadonlyMap<string, infer Payer> ? Payer : never
  >();
  const examples = new Map<string, readonly WorkedExample[]>();
  const codeSets: Rulebook['codeSets'][number][] = [];
  const codeSetExamples: CodeSetExample[] = [];
  const guide = new Map<string, GuidePage>();
  const pathways = new Map<string, Pathway>();
  const report = (file: string) => (what: string) => void problems.push({ file, what });
  for (const [file, content] of inReadingOrder(contents)) {
    const [top, payerName = '', name = ''] = file.split('/');
    if (top === 'code-sets') {
      const read = readCodeSetFile(content, report(file));
      if (read) codeSets.push(read.codeSet);
      codeSetExamples.push(...(read?.examples ?? []));
    } else if (top === 'payers' && name === 'payer.yaml') {
      const read = readPayerFile(payerName, content, report(file));
      if (read) payers.set(payerName, read);
    } else if (top === 'payers' && name !== '') {
      const payer = payers.get(payerName);
      const read = readRuleFile(payerName, name.replace(/\.yaml$/, ''), content, report(file));
      if (!payer) problems.push({ file, what: 'has no payer.yaml beside it that can be read' });
      else if (read) {
        payers.set(payerName, { ...payer, rules: [...payer.rules, read.rule] });
        examples.set(read.rule.id, read.examples);
      }
    } else if (top === 'code-guide') {
      const page = readGuideFile(path.basename(file, '.yaml'), content, report(file));
      if (page) guide.set(page.code, page);
    } else if (top === 'pathways') {
      const pathway = readPathwayFile(path.basename(file, '.yaml'), content, report(file));
      if (pathway) pathways.set(pathway.pathwayId, pathway);
    } else
      problems.push({
        file,
        what: 'is neither in payers/<payer>/ nor in code-sets/, code-guide/ or pathways/',
      });
  }
  const version = `sha256:${createHash('sha256')
    .update(canonicalJson(Object.fromEntries([...contents].filter(([file]) => decidesClaims(file)))))
    .digest('hex')}`;
  return { rulebook: { version, payers, codeSets, guide, pathways }, examples, codeSetExamples, problems };
}

let own: Promise<Rulebook> | undefined;

/** The rulebook for the running program, read once. */
export function loadRulebook(): Promise<Rulebook> {
  own ??= loadRulebookFrom(rulebookFolder);
  return own;
}

/** Throws with every problem, since answers from half a rulebook would mislead. */
export async function loadRulebookFrom(folder: string): Promise<Rulebook> {
  const { rulebook, problems } = await readRulebook(folder);
  if (problems.length > 0)
    throw new Error(
      `The rulebook in ${folder} cannot be used:\n${problems.map(({ file, what }) => `  ${file} ${what}`).join('\n')}\nCorrect these files; "archway rulebook check" shows the same list.`,
    );
  return rulebook;
}

async function yamlFiles(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
}

/** Neither guide nor pathways decide what is paid: a better sentence there must not look like other rules on a claim. */
function decidesClaims(file: string): boolean {
  return !file.startsWith('code-guide/') && !file.startsWith('pathways/');
}

/** A payer before its rules. */
function inReadingOrder(contents: ReadonlyMap<string, unknown>): readonly [string, unknown][] {
  const isPayer = (file: string) => (file.endsWith('/payer.yaml') ? 0 : 1);
  return [...contents].sort(([one], [other]) => isPayer(one) - isPayer(other) || (one < other ? -1 : 1));
}
