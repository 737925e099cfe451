import ts from 'typescript';
import {
  isCode,
  isTest,
  parse,
  problemAt,
  visit,
  type Check,
  type Problem,
  type SourceFile,
} from './project.ts';

const texts = 'contract/messages/en.json';
const parts = ['what', 'why', 'next'] as const;

/** English only: that Spanish has the same texts with the same gaps is what i18n-parity finds. */
export const refusalTexts: Check = {
  name: 'refusal-texts',
  why: 'A refusal is said from contract/messages: what, why and next under "refusal.<code>", every gap filled by the call.',
  find: (files) => {
    const said = readTexts(files.find(({ path }) => path === texts));
    const calls = files.filter((file) => isCode(file) && !isTest(file.path)).flatMap(callsIn);
    const used = new Set(calls.flatMap(({ codes }) => codes));
    return [
      ...calls.flatMap((call) => problemsOf(call, said)),
      ...[...said.keys()]
        .filter((code) => !used.has(code))
        .map((code) => ({ path: texts, line: 1, message: `nothing is refused with ${code}` })),
    ];
  },
};

interface Call {
  readonly file: SourceFile;
  readonly node: ts.CallExpression;
  /** As written: one, or both sides of a condition. Empty when the code is put together elsewhere. */
  readonly codes: readonly string[];
  /** Undefined when they are not written out in the call. */
  readonly params: readonly string[] | undefined;
}

function callsIn(file: SourceFile): Call[] {
  const calls: Call[] = [];
  visit(parse(file), (node) => {
    if (!ts.isCallExpression(node) || node.expression.getText() !== 'refuse') return;
    const [code, params] = node.arguments;
    calls.push({ file, node, codes: code ? literals(code) : [], params: namesIn(params) });
  });
  return calls;
}

function literals(node: ts.Expression): readonly string[] {
  if (ts.isStringLiteral(node)) return [node.text];
  if (ts.isConditionalExpression(node)) return [...literals(node.whenTrue), ...literals(node.whenFalse)];
  return [];
}

function namesIn(params: ts.Expression | undefined): readonly string[] | undefined {
  if (params === undefined) return [];
  if (!ts.isObjectLiteralExpression(params)) return undefined;
  return params.properties.map((property) => property.name?.getText() ?? '');
}

/** By code, the texts of each part: more than one where a number has forms of its own. */
type Texts = ReadonlyMap<string, ReadonlyMap<string, string>>;

function readTexts(file: SourceFile | undefined): Texts {
  const all: unknown = file === undefined ? {} : JSON.parse(file.text);
  return new Map(membersOf(memberOf(all, 'refusal')).map(([code, said]) => [code, new Map(textsOf(said))]));
}

function membersOf(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}

function memberOf(value: unknown, name: string): unknown {
  return membersOf(value).find(([key]) => key === name)?.[1];
}

function textsOf(said: unknown): [string, string][] {
  return membersOf(said).map(([part, text]) => [part, String(text)]);
}

function problemsOf({ file, node, codes, params }: Call, said: Texts): Problem[] {
  const problem = (message: string) => problemAt(file, node, message);
  if (codes.length === 0) return [problem('the code of a refusal is written out where it is refused')];
  if (params === undefined) return [problem('the parameters of a refusal are written out in the call')];
  const gapsOfAll = new Set<string>();
  const problems = codes.flatMap((code) => {
    const own = said.get(code) ?? new Map<string, string>();
    for (const text of own.values()) for (const gap of gapsIn(text)) gapsOfAll.add(gap);
    return parts
      .filter((part) => ![...own.keys()].some((key) => key.replace(/_(one|other|many)$/, '') === part))
      .map((part) => problem(`refusal.${code}.${part} is missing in ${texts}`));
  });
  const unfilled = [...gapsOfAll].filter((gap) => !params.includes(gap));
  const unsaid = params.filter((name) => !gapsOfAll.has(name) && name !== 'count');
  return [
    ...problems,
    ...unfilled.map((gap) => problem(`the gap {{${gap}}} of ${codes.join(' or ')} is not filled`)),
    ...unsaid.map((name) => problem(`no text of ${codes.join(' or ')} says ${name}`)),
  ];
}

function gapsIn(text: string): string[] {
  return [...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map((match) => match[1] ?? '');
}
