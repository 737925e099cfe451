import type { BenefitFact, CoverageStatus } from '#domain/coverage/benefit-fact.ts';
import type { PlanStatement } from '#domain/coverage/plan-answer.ts';
import {
  categoriesOfGroup,
  groupFact,
  isServiceGroup,
  serviceGroupNamed,
} from '#domain/coverage/service-group.ts';
import { statementSubject } from '#domain/coverage/statement-subject.ts';
import type { Scope } from '#domain/estimate/plan-facts.ts';
import { canonicalJson } from '#domain/kernel/canonical-json.ts';
import { parseProcedureCode, type ProcedureCode } from '#domain/kernel/procedure-code.ts';
import { isRefusal } from '#domain/kernel/refusal.ts';
import type { AnsweredPerson, BenefitLine } from './answer-271.ts';
import { codesOfService } from './service-types.ts';

/** Why nothing was made of a line: it stays in the file and is shown. */
export type AsideReason = 'unbelievable' | 'contradicts' | 'out-of-network' | 'no-word';

export type CodeFact = Pick<BenefitFact, 'code' | 'status' | 'frequency'>;

export interface FactsOf271 {
  readonly statements: readonly PlanStatement[];
  readonly codes: readonly CodeFact[];
  readonly aside: readonly { readonly line: BenefitLine; readonly reason: AsideReason }[];
}

interface Stated {
  readonly line: BenefitLine;
  readonly statement: PlanStatement;
}

/**
 * What an answer says in the words of a plan's facts. Two lines that contradict each other are both left out, so
 * that what was known before stands; so are figures that nobody can believe, and benefits outside the network, of
 * which no estimate knows. The meaning of the codes is general knowledge: unverified.
 */
export function factsOf271(person: AnsweredPerson): FactsOf271 {
  const aside: { line: BenefitLine; reason: AsideReason }[] = [];
  const stated: Stated[] = [];
  const codeLines: BenefitLine[] = [];
  for (const line of person.lines) {
    const statements = line.code === '' ? planStatements(line, person) : codeStatements(line);
    if (line.unbelievable.length > 0) aside.push({ line, reason: 'unbelievable' });
    else if (line.network === 'N') aside.push({ line, reason: 'out-of-network' });
    else {
      if (line.code !== '') codeLines.push(line);
      const used = statements.length > 0 || codeStatus(line) !== undefined || codeLimit(line) !== undefined;
      if (!used) aside.push({ line, reason: 'no-word' });
      stated.push(...statements.map((statement) => ({ line, statement })));
    }
  }
  const bySubject = Map.groupBy(stated, ({ statement }) => statementSubject(statement));
  const statements: PlanStatement[] = [];
  for (const group of bySubject.values()) {
    const [first] = group;
    const agree = new Set(group.map(({ statement }) => canonicalJson(statement))).size === 1;
    if (first && agree) statements.push(first.statement);
    else aside.push(...group.map(({ line }) => ({ line, reason: 'contradicts' as const })));
  }
  const codes = codeFacts(codeLines);
  return {
    statements: [...groupsNamedIn(statements), ...statements],
    codes: codes.facts,
    aside: [...aside, ...codes.aside],
  };
}

const active: readonly string[] = ['1', '2', '3', '4', '5'];
const inactive: readonly string[] = ['6', '7', '8'];
const wholePlan: readonly string[] = ['30', '35'];

function planStatements(line: BenefitLine, person: AnsweredPerson): readonly PlanStatement[] {
  const { information, services } = line;
  const isWhole = services.length === 0 || services.some((service) => wholePlan.includes(service));
  if (active.includes(information) || inactive.includes(information))
    return isWhole ? [inForce(active.includes(information), line, person)] : [];
  return scopesOf(services, information).flatMap((scope) => figureStatements(line, scope));
}

/** DTP 346 and 347 are the plan's first and last day, 356 and 357 those of the person; 291 and 307 are ranges. */
function inForce(isActive: boolean, line: BenefitLine, person: AnsweredPerson): PlanStatement {
  const dates = [...line.dates, ...person.dates];
  const of = (...qualifiers: string[]) => dates.find(({ qualifier }) => qualifiers.includes(qualifier));
  const range = of('307', '291');
  const isRange = range !== undefined && range.from < range.through;
  const from = of('356', '346')?.from ?? (isRange ? range.from : undefined);
  const through = of('357', '347')?.from ?? (isRange ? range.through : undefined);
  return {
    kind: 'in-force',
    active: isActive,
    ...(from === undefined ? {} : { from }),
    ...(through === undefined ? {} : { through }),
  };
}

type Scoped = { readonly for?: Scope };

/** Sums and limits of a group are shared by all of its codes; a share or a word counts for each category of it. */
const sharedByGroup: readonly string[] = ['C', 'F', 'H'];

function scopesOf(services: readonly string[], information: string): readonly Scoped[] {
  const named = new Set(services.flatMap((service) => codesOfService[service] ?? []));
  if (named.has('all')) return [{}];
  return [...named].flatMap((codes): Scoped[] => {
    if (codes === 'all') return [];
    if (!isServiceGroup(codes)) return [{ for: { category: codes } }];
    const categories = sharedByGroup.includes(information) ? [] : categoriesOfGroup[codes];
    if (categories.length > 0) return categories.map((category) => ({ for: { category } }));
    return [{ for: { group: groupFact(codes).name } }];
  });
}

/** A group is told with the codes that it stands for, once. */
function groupsNamedIn(statements: readonly PlanStatement[]): readonly PlanStatement[] {
  const names = new Set(statements.flatMap((one) => ('for' in one ? (one.for?.group ?? []) : [])));
  return [...names].flatMap((name) => {
    const group = serviceGroupNamed(name);
    return group === undefined ? [] : [groupFact(group)];
  });
}

function codeStatements(line: BenefitLine): readonly PlanStatement[] {
  const code = parseProcedureCode(line.code);
  return isRefusal(code) ? [] : figureStatements(line, { for: { code } });
}

function figureStatements(line: BenefitLine, scope: Scoped): readonly PlanStatement[] {
  const { information, amount, percent } = line;
  switch (information) {
    case 'A':
      return percent === undefined ? [] : [{ kind: 'percentage', ...scope, percent: 100 - percent }];
    case 'B':
      return amount === undefined ? [] : [{ kind: 'copay', ...scope, amount }];
    case 'C':
      return amountStatements('deductible', line, scope);
    case 'F':
      return [...amountStatements('maximum', line, scope), ...frequencyStatements(line, scope)];
    case 'H':
      return line.code === '' && isYear(line.period)
        ? [
            {
              kind: 'maximum',
              ...scope,
              per: perOf(line) ?? 'individual',
              period: 'benefit-year',
              amount: 'none',
            },
          ]
        : [];
    case 'I':
      return line.code === '' && scope.for !== undefined
        ? [{ kind: 'status', ...scope, status: 'not-a-benefit' }]
        : [];
    default:
      return [];
  }
}

function perOf({ level }: BenefitLine): 'individual' | 'family' | undefined {
  if (level === 'FAM') return 'family';
  return level === 'IND' || level === '' ? 'individual' : undefined;
}

/** EB06: 22 service year, 23 calendar year, 25 contract; a sum without a period is one of the year. */
function isYear(period: string): boolean {
  return period === '' || period === '22' || period === '23' || period === '25';
}

function amountStatements(
  of: 'deductible' | 'maximum',
  line: BenefitLine,
  scope: Scoped,
): readonly PlanStatement[] {
  const { amount, period } = line;
  const per = perOf(line);
  if (amount === undefined || per === undefined) return [];
  if (period === '29' || period === '33')
    return [
      { kind: 'remaining', of, ...scope, per, period: period === '29' ? 'benefit-year' : 'lifetime', amount },
    ];
  if (period === '32') return [{ kind: of, ...scope, per, period: 'lifetime', amount }];
  return isYear(period) ? [{ kind: of, ...scope, per, period: 'benefit-year', amount }] : [];
}

/** HSD05: 21 years, 34 months; where nothing says otherwise, a limit counts for the whole mouth. */
function frequencyStatements(line: BenefitLine, scope: Scoped): readonly PlanStatement[] {
  if (line.code !== '' && codeLimit(line) !== undefined) return [];
  return line.limits.flatMap(({ quantity: times, period, periods: every = 1 }): PlanStatement[] => {
    if (times === undefined || times > 99 || every > 120) return [];
    const limit = { kind: 'frequency', ...scope, times, per: 'mouth' } as const;
    if (isYear(period) && period !== '' && every === 1) return [{ ...limit, window: 'benefit-year' }];
    if (period === '21') return [{ ...limit, window: 'every-years', every }];
    return period === '34' ? [{ ...limit, window: 'every-months', every }] : [];
  });
}

function codeStatus(line: BenefitLine): CoverageStatus | undefined {
  if (line.code === '') return undefined;
  if (line.information === 'I') return 'not-a-benefit';
  if (!active.includes(line.information)) return undefined;
  return line.authorization === 'Y' ? 'prior-authorization' : 'paid';
}

/** A limit of a code by day, year or lifetime has its word beside the code itself. */
function codeLimit(line: BenefitLine): BenefitFact['frequency'] {
  if (line.code === '' || line.information !== 'F') return undefined;
  const [limit] = line.limits;
  const times = limit?.quantity;
  if (limit === undefined || times === undefined || times > 999 || (limit.periods ?? 1) !== 1)
    return undefined;
  if (limit.period === '7') return { times, window: 'client-day' };
  if (limit.period === '32') return { times, window: 'lifetime' };
  return limit.period !== '' && isYear(limit.period) ? { times, window: 'benefit-year' } : undefined;
}

function codeFacts(
  lines: readonly BenefitLine[],
): Pick<FactsOf271, 'aside'> & { facts: readonly CodeFact[] } {
  const facts: CodeFact[] = [];
  const aside: { line: BenefitLine; reason: AsideReason }[] = [];
  for (const [text, group] of Map.groupBy(lines, ({ code }) => code)) {
    const code = parseProcedureCode(text);
    if (isRefusal(code)) continue;
    const statuses = group.filter((line) => codeStatus(line) !== undefined);
    const limits = group.filter((line) => codeLimit(line) !== undefined);
    const status = agreed(statuses, codeStatus);
    const frequency = agreed(limits, codeLimit);
    if (status === undefined)
      aside.push(...statuses.map((line) => ({ line, reason: 'contradicts' as const })));
    if (frequency === undefined)
      aside.push(...limits.map((line) => ({ line, reason: 'contradicts' as const })));
    if (status !== undefined || frequency !== undefined) facts.push(codeFact(code, status, frequency));
  }
  return { facts, aside };
}

function codeFact(
  code: ProcedureCode,
  status: CoverageStatus | undefined,
  frequency: BenefitFact['frequency'],
): CodeFact {
  return { code, status: status ?? 'unknown', ...(frequency === undefined ? {} : { frequency }) };
}

/** What all lines say; undefined where none says anything, or two say different things. */
function agreed<Value>(
  lines: readonly BenefitLine[],
  read: (line: BenefitLine) => Value | undefined,
): Value | undefined {
  const [first, ...others] = lines.map(read);
  const same = others.every((other) => canonicalJson(other) === canonicalJson(first));
  return same ? first : undefined;
}
