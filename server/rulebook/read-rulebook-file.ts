import { Type, type Static } from 'typebox';
import { DateSchema, FilledTextSchema, oneOf, ProcedureCodeSchema } from '#domain/kernel/schema.ts';
import { payerLines } from '#domain/practice/practice-events.ts';
import {
  ruleBodySchema,
  ruleKinds,
  ruleMarks,
  RulePeriod,
  RuleSource,
  type Rule,
} from '#domain/rulebook/rule.ts';
import type { CodeSet, RulebookPayer } from '#domain/rulebook/rulebook.ts';
import { WorkedExample } from '#domain/rulebook/worked-example.ts';
import { accept, type Report } from './accept-schema.ts';

const PayerFile = Type.Object(
  {
    name: FilledTextSchema(60),
    line: oneOf(payerLines),
    fictional: Type.Boolean(),
    note: FilledTextSchema(1000),
  },
  { additionalProperties: false },
);

const RuleFileHead = Type.Object({
  kind: oneOf(ruleKinds),
  code: Type.Optional(ProcedureCodeSchema),
  period: RulePeriod,
  source: RuleSource,
  mark: oneOf(ruleMarks),
  note: Type.Optional(FilledTextSchema(1000)),
  examples: Type.Array(WorkedExample, { minItems: 1 }),
});

const CodeSetFile = Type.Object(
  {
    codeSet: oneOf(['cdt', 'icd-10-cm']),
    editionBegins: Type.String({ pattern: '^\\d{2}-\\d{2}$' }),
    namedAfter: oneOf(['year-it-begins', 'year-it-ends']),
    firstEdition: Type.Integer({ minimum: 2000, maximum: 2100 }),
    source: RuleSource,
    inForceSince: Type.Record(Type.String(), Type.Integer()),
    examples: Type.Array(
      Type.Object(
        {
          day: DateSchema,
          edition: Type.Integer(),
          code: Type.Optional(Type.String()),
          inForce: Type.Optional(oneOf(['in-force', 'not-yet', 'unknown'])),
        },
        { additionalProperties: false },
      ),
      { minItems: 1 },
    ),
  },
  { additionalProperties: false },
);

export type CodeSetExample = Static<typeof CodeSetFile>['examples'][number] & {
  readonly codeSet: CodeSet['codeSet'];
};

export function readPayerFile(payer: string, content: unknown, report: Report): RulebookPayer | undefined {
  const file = accept(PayerFile, content, report);
  return file && { payer, ...file, rules: [] };
}

/** A rule file is a head that all kinds share, the members of its kind, and worked examples. */
export function readRuleFile(
  payer: string,
  name: string,
  content: unknown,
  report: Report,
): { readonly rule: Rule; readonly examples: readonly WorkedExample[] } | undefined {
  const head = accept(RuleFileHead, content, report);
  if (!head) return undefined;
  const { kind, code, period, source, mark, note, examples, ...members } = head;
  const body = accept(ruleBodySchema(kind), members, report);
  if (!body) return undefined;
  if (period.through !== 'open' && period.through < period.from) report('ends before it begins');
  if (code === undefined && kind !== 'linked-procedure-modifier') report('names no code');
  const rule = {
    id: `${payer}/${name}`,
    payer,
    kind,
    period,
    source,
    mark,
    ...body,
    ...(code === undefined ? {} : { code }),
    ...(note === undefined ? {} : { note }),
  };
  // The kind and its members were validated together just above; the compiler cannot follow a union by key.
  return { rule: rule as Rule, examples };
}

export function readCodeSetFile(
  content: unknown,
  report: Report,
): { readonly codeSet: CodeSet; readonly examples: readonly CodeSetExample[] } | undefined {
  const file = accept(CodeSetFile, content, report);
  if (!file) return undefined;
  return {
    codeSet: {
      codeSet: file.codeSet,
      editionBegins: file.editionBegins,
      namedAfter: file.namedAfter,
      firstEdition: file.firstEdition,
      inForceSince: new Map(Object.entries(file.inForceSince)),
    },
    examples: file.examples.map((example) => ({ ...example, codeSet: file.codeSet })),
  };
}
