import { endsFirst } from '#domain/coverage/ends-first.ts';
import type { PlanStatement } from '#domain/coverage/plan-answer.ts';
import {
  categoriesOfGroup,
  groupFact,
  isServiceGroup,
  serviceGroupNamed,
} from '#domain/coverage/service-group.ts';
import { saysWhatIsPaid } from '#domain/coverage/says-what-is-paid.ts';
import { unsaidCount } from '#domain/coverage/whole-mouth.ts';
import type { Scope } from '#domain/estimate/plan-facts.ts';
import type { CalendarDate } from '#domain/kernel/calendar-date.ts';
import { parseProcedureCode } from '#domain/kernel/procedure-code.ts';
import { isRefusal } from '#domain/kernel/refusal.ts';
import type { AnsweredPerson, BenefitLine } from './answer-271.ts';
import type { Aside } from './aside.ts';
import { active, inactive, isLeft, isYear } from './benefit-codes.ts';
import { codeFacts, codeStatus, isStatusOfCode, type CodeFact } from './code-facts-of-271.ts';
import { datesAside, outOfSeason, servicesOf271 } from './dates-of-271.ts';
import { limitsOf271 } from './limits-of-271.ts';
import { placeOf271 } from './place-of-271.ts';
import { codesOfService } from './service-types.ts';
import { weighStated, type Stated, type Weighed } from './weigh-stated.ts';

export interface FactsOf271 {
  readonly statements: readonly PlanStatement[];
  readonly codes: readonly CodeFact[];
  readonly aside: readonly Aside[];
}

/**
 * What an answer says in the words of a plan's facts. Two lines that contradict each other are both left out, so
 * that what was known before stands; so are figures that nobody can believe, and benefits outside the network, of
 * which no estimate knows. The meaning of the codes is general knowledge: unverified.
 */
export function factsOf271(person: AnsweredPerson, answeredOn?: CalendarDate): FactsOf271 {
  const aside: Aside[] = [];
  const placed = placeOf271(person);
  const stated: Stated[] = [...placed];
  const codeLines: BenefitLine[] = [];
  for (const line of person.lines) {
    const unusable = whyUnusable(line, answeredOn);
    if (unusable !== undefined) {
      aside.push(unusable);
      continue;
    }
    if (line.code !== '') codeLines.push(line);
    const limits = limitsOf271(line);
    const statements =
      line.code === ''
        ? planStatements(line, person)
        : [...codeStatements(line), ...servicesOf271(line, answeredOn)];
    stated.push(...statements.map((statement) => ({ line, statement })));
    const isPlace = placed.some((one) => one.line === line);
    const isUsed = isPlace || statements.length + limits.ofCode.length > 0;
    const inPart = [...limits.aside, ...datesAside(line, person, answeredOn), ...endsBefore(line, person)];
    if (inPart.length === 0 && !isUsed) aside.push({ line, reason: 'no-word' });
    else aside.push(...inPart);
  }
  const weighed = weighStated(stated);
  const codes = codeFacts(weighed.statements.filter(isStatusOfCode), codeLines);
  const said = [
    ...weighed.statements.filter((statement) => !isStatusOfCode(statement)),
    ...openCodes(weighed),
  ];
  const statements = [...aside, ...weighed.aside].some(leavesCrownsOpen) ? said.map(withoutCrowns) : said;
  return {
    statements: [...groupsNamedIn(statements), ...statements],
    codes: codes.facts,
    aside: [...aside, ...weighed.aside, ...codes.aside].toSorted(
      (one, other) => one.line.segment - other.line.segment,
    ),
  };
}

/** Of a code whose lines contradict each other it is open whether it is paid: the word of its category does not stand in. */
function openCodes({ statements, aside }: Weighed): readonly PlanStatement[] {
  const told = new Set(statements.flatMap((one) => (saysWhatIsPaid(one) ? (one.for?.code ?? []) : [])));
  const unclear = aside.filter(({ line: { information }, reason }) => {
    return reason === 'contradicts' && ['A', 'B', 'I', ...active].includes(information);
  });
  return [...new Set(unclear.map(({ line }) => line.code))].flatMap((text): PlanStatement[] => {
    const code = parseProcedureCode(text);
    return isRefusal(code) || told.has(code) ? [] : [{ kind: 'status', for: { code }, status: 'unknown' }];
  });
}

/** Something was said of what crowns are paid at, and nobody can tell what. */
function leavesCrownsOpen({ line: { services, information }, reason }: Aside): boolean {
  const isUnclear = reason === 'unbelievable' || reason === 'contradicts';
  return isUnclear && services.includes('36') && ['A', 'B'].includes(information);
}

/** The word about fillings does not stand in for the one about crowns. */
function withoutCrowns(statement: PlanStatement): PlanStatement {
  const isShare = statement.kind === 'percentage' || statement.kind === 'copay';
  return isShare && statement.for?.category === 'restorative'
    ? { ...statement, for: { group: groupFact('restorative-but-crowns').name } }
    : statement;
}

/** Why nothing at all can be made of a line. */
function whyUnusable(line: BenefitLine, answeredOn: CalendarDate | undefined): Aside | undefined {
  const { unbelievable, network, otherCode } = line;
  if (unbelievable.length > 0) return { line, reason: 'unbelievable' };
  if (network === 'N') return { line, reason: 'out-of-network' };
  if (otherCode !== '') return { line, reason: 'other-code' };
  return saysInForce(line) || line.information === 'R' ? undefined : outOfSeason(line, answeredOn);
}

/** A coverage that ends before it begins. */
function endsBefore(line: BenefitLine, person: AnsweredPerson): readonly Aside[] {
  return saysInForce(line) && periodOf(line, person) === 'ends-first' ? [{ line, reason: 'ends-first' }] : [];
}

const wholePlan: readonly string[] = ['30', '35'];

function planStatements(line: BenefitLine, person: AnsweredPerson): readonly PlanStatement[] {
  const { information, services } = line;
  if (saysInForce(line)) {
    const period = periodOf(line, person);
    return period === 'ends-first'
      ? []
      : [{ kind: 'in-force', active: active.includes(information), ...period }];
  }
  if (active.includes(information) || inactive.includes(information)) return [];
  return scopesOf(services, information).flatMap((scope) => figureStatements(line, scope));
}

function saysInForce({ code, information, services }: BenefitLine): boolean {
  const isWhole = services.length === 0 || services.some((service) => wholePlan.includes(service));
  return code === '' && isWhole && (active.includes(information) || inactive.includes(information));
}

/** DTP 346 and 347 are the plan's first and last day, 356 and 357 those of the person; 291 and 307 are ranges. */
function periodOf(
  line: BenefitLine,
  person: AnsweredPerson,
): { from?: CalendarDate; through?: CalendarDate } | 'ends-first' {
  const dates = [...line.dates, ...person.dates];
  const of = (...qualifiers: string[]) => dates.find(({ qualifier }) => qualifiers.includes(qualifier));
  const range = of('307', '291');
  // A range of one day names the day that was asked about.
  const told = range?.from === range?.through ? undefined : range;
  const from = of('356', '346')?.from ?? told?.from;
  const through = of('357', '347')?.from ?? told?.through;
  if (endsFirst({ from, through })) return 'ends-first';
  return { ...(from === undefined ? {} : { from }), ...(through === undefined ? {} : { through }) };
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
  if (isRefusal(code)) return [];
  const status = codeStatus(line);
  return [
    ...(status === undefined ? [] : [{ kind: 'status' as const, for: { code }, status }]),
    ...figureStatements(line, { for: { code } }),
  ];
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

function amountStatements(
  of: 'deductible' | 'maximum',
  line: BenefitLine,
  scope: Scoped,
): readonly PlanStatement[] {
  const { amount, period } = line;
  const per = perOf(line);
  if (amount === undefined || per === undefined) return [];
  if (isLeft(period))
    return [
      { kind: 'remaining', of, ...scope, per, period: period === '29' ? 'benefit-year' : 'lifetime', amount },
    ];
  if (period === '32') return [{ kind: of, ...scope, per, period: 'lifetime', amount }];
  return isYear(period) ? [{ kind: of, ...scope, per, period: 'benefit-year', amount }] : [];
}

/**
 * An answer never says whether a limit counts by tooth, by quadrant or for the whole mouth, nor whether the codes of a
 * service type count together: only for a code that is of the whole mouth is it known.
 */
function frequencyStatements(line: BenefitLine, scope: Scoped): readonly PlanStatement[] {
  const per = unsaidCount(line.code);
  return limitsOf271(line).windows.map((window) => ({ kind: 'frequency', ...scope, ...window, per }));
}
