import type { Check, Problem, SourceFile } from './project.ts';

const languageFile = /^(.*\/)(en|es)\.json$/;
/** Languages have different numbers of plural forms; what must agree is that a key has them. */
const pluralForm = /_(zero|one|two|few|many|other)$/;
/** What comes in both languages has a gap for each, and each text takes its own: "titleEn" here, "titleEs" there. */
const ownGap = { en: /En$/, es: /Es$/ } as const;

export const i18nParity: Check = {
  name: 'i18n-parity',
  why: 'Whoever reads Spanish sees as much as whoever reads English.',
  find: (files) => {
    const folders = new Set(files.flatMap(({ path }) => languageFile.exec(path)?.[1] ?? []));
    return [...folders].flatMap((folder) => compareFolder(folder, files));
  },
};

function compareFolder(folder: string, files: readonly SourceFile[]): Problem[] {
  const paths = [`${folder}en.json`, `${folder}es.json`];
  const own = paths.map((path) => files.find((file) => file.path === path));
  const texts = (['en', 'es'] as const).map((language, index) => readTexts(own[index], language));
  return paths.flatMap((path, index) => [
    ...compare(path, texts[index], texts[1 - index]),
    ...repeatedKeys(own[index]),
  ]);
}

/** By key: what it says, and the gaps that it fills in, as both languages call them. */
type Texts = ReadonlyMap<string, { readonly text: string; readonly gaps: string }>;

function readTexts(file: SourceFile | undefined, language: keyof typeof ownGap): Texts | undefined {
  if (file === undefined) return undefined;
  const texts = flatten(JSON.parse(file.text), '');
  return new Map(texts.map(([key, text]) => [key, { text, gaps: gapsOf(text, ownGap[language]) }]));
}

function flatten(value: unknown, key: string): [string, string][] {
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([name, inner]) =>
      flatten(inner, key === '' ? name : `${key}.${name}`),
    );
  }
  return [[key, String(value)]];
}

function compare(path: string, own: Texts | undefined, other: Texts | undefined): Problem[] {
  const problem = (message: string) => ({ path, line: 1, message });
  if (own === undefined) return [problem('this language is missing')];
  const ownKeys = plain(own);
  const problems = [...own].flatMap(([key, { text }]) =>
    text.trim() === '' ? [problem(`${key} is empty`)] : [],
  );
  for (const [key, { gaps }] of plain(other ?? new Map())) {
    const ours = ownKeys.get(key);
    if (ours === undefined) problems.push(problem(`${key} is missing`));
    else if (ours.gaps !== gaps) problems.push(problem(`${key} fills in other values`));
  }
  return problems;
}

/** A key that stands twice hides the texts of the first, without a word from whoever reads the file. */
function repeatedKeys(file: SourceFile | undefined): Problem[] {
  const problems: Problem[] = [];
  const open: { readonly path: string; readonly keys: Set<string> }[] = [];
  let name = '';
  for (const { 0: token, 1: colon, index } of file?.text.matchAll(/[{}]|"(?:[^"\\]|\\.)*"(\s*:)?/g) ?? []) {
    const here = open.at(-1);
    if (token === '{') open.push({ path: name, keys: new Set() });
    else if (token === '}') open.pop();
    else if (colon !== undefined && here) {
      const key = token.slice(1, token.lastIndexOf('"'));
      name = here.path === '' ? key : `${here.path}.${key}`;
      if (file && here.keys.has(key))
        problems.push({
          path: file.path,
          line: file.text.slice(0, index).split('\n').length,
          message: `${name} stands here twice`,
        });
      here.keys.add(key);
    }
  }
  return problems;
}

function plain(texts: Texts): Texts {
  return new Map([...texts].map(([key, text]) => [key.replace(pluralForm, ''), text]));
}

function gapsOf(text: string, own: RegExp): string {
  const names = [...text.matchAll(/\{\{\s*([\w.]+)/g)].map(([, name = '']) => name.replace(own, ''));
  return [...new Set(names)].sort().join();
}
