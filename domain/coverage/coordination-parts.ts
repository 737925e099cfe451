import { message, type Message } from '../kernel/message.ts';
import { money } from '../estimate/money-words.ts';
import type { QuestionKind } from './call-question.ts';
import {
  limitMessage,
  type Basis,
  type Conflict,
  type LimitAnswer,
  type PayerAnswer,
} from './payer-answer.ts';

/** One of the five things to know of D9992 before it is promised and before it is billed. */
export interface CoordinationPart {
  readonly about: 'paid' | 'often' | 'who' | 'fee' | 'documentation';
  /** Empty where nobody knows. */
  readonly says: readonly Message[];
  readonly bases: readonly Basis[];
  /** The question of a call that finds it out. */
  readonly question: QuestionKind;
}

/** "Will it be paid, how often, by whom performed, at what fee, with what documentation?" with the source of each. */
export function coordinationParts(answer: PayerAnswer): readonly CoordinationPart[] {
  const { whoMayPerform, documentation, fee, limits, unlimited } = answer;
  return [
    {
      about: 'paid',
      says: [...(answer.status === 'unknown' ? [] : [statusMessage(answer)]), ...inTheWay(answer)],
      bases: known(answer.basis),
      question: 'coordination-paid',
    },
    {
      about: 'often',
      says: unlimited ? [message('coverage.part.unlimited')] : limits.flatMap(limitMessages),
      bases: unlimited ? [unlimited] : limits.flatMap(({ basis }) => known(basis)),
      question: 'coordination-often',
    },
    {
      about: 'who',
      says: [
        ...whoMayPerform.performers.map((performer) => message(`coverage.performer.${performer}`)),
        ...(whoMayPerform.under === undefined ? [] : [message('coverage.part.underDentist')]),
        ...verbatim(whoMayPerform.text),
      ],
      bases: known(whoMayPerform.basis),
      question: 'who-may-perform',
    },
    {
      about: 'fee',
      says: fee ? [message('coverage.part.fee', { amount: money(fee.amount) })] : [],
      bases: fee ? known(fee.basis) : [],
      question: 'coordination-fee',
    },
    {
      about: 'documentation',
      says: [
        ...documentation.items.map((item) => message(`coverage.documentation.${item}`)),
        ...verbatim(documentation.text),
      ],
      bases: known(documentation.basis),
      question: 'documentation',
    },
  ];
}

/** That it is paid as such and yet not, or perhaps not, on this day: what stands in the way is listed with its source. */
function inTheWay({ status, obstacles, notInForce }: PayerAnswer): readonly Message[] {
  if (notInForce && status === 'unknown') return [message('coverage.part.notOnThisDay')];
  if (status !== 'paid' || obstacles.length === 0) return [];
  const isCertain = obstacles.some(({ certain }) => certain);
  return [message(isCertain ? 'coverage.part.inTheWay' : 'coverage.part.perhapsInTheWay')];
}

function statusMessage({ status, bundledInto }: PayerAnswer): Message {
  return bundledInto === undefined
    ? message(`coverage.status.${status}`)
    : message('coverage.part.bundled', { code: bundledInto });
}

/** The limit, for whom it counts, and how it stands on the day. */
function limitMessages({ limit, standing, used, freeFrom }: LimitAnswer): readonly Message[] {
  const usedOn = used.join(', ');
  return [
    limitMessage({ limit, standing }),
    ...(limit.per === undefined ? [] : [message(`call.per.${limit.per}`)]),
    standing === 'free'
      ? message('coverage.part.free')
      : standing === 'unknown'
        ? message('coverage.part.freeUnknown', { used: usedOn })
        : freeFrom === undefined
          ? message('coverage.part.usedForGood', { used: usedOn })
          : message('coverage.part.usedUp', { used: usedOn, freeFrom }),
  ];
}

function known(basis: Basis): readonly Basis[] {
  return basis.kind === 'none' ? [] : [basis];
}

/** Somebody's own words, as they were written down. */
function verbatim(text: string | undefined): readonly Message[] {
  return text === undefined ? [] : [message('coverage.part.verbatim', { text })];
}

/** Two sources side by side, what each says, and the rule by which one is followed. */
export function conflictMessage({ about, followedValue, setAsideValue }: Conflict): Message {
  switch (about) {
    case 'status':
    case 'fee':
      return message(`coverage.part.conflict.${about}`, { followed: followedValue, setAside: setAsideValue });
    case 'share':
      return message(`coverage.part.conflict.share.${followedValue}`);
    case 'frequency-limit':
      return message('coverage.part.conflict.frequency-limit');
  }
}
