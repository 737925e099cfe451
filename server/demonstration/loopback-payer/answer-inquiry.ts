import type { Instant } from '#domain/kernel/calendar-date.ts';
import { message } from '#domain/kernel/message.ts';
import { isRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { ourDelimiters } from '#exchange/x12/delimiters.ts';
import { wrapTransaction, type TransactionKind } from '#exchange/x12/envelope.ts';
import { element, tokenize, type Segment } from '#exchange/x12/tokenize.ts';
import { writeSegment, type ElementValue } from '#exchange/x12/write-segment.ts';

/**
 * What an invented payer answers to an inquiry. The member number says what is to happen, so that every turn of an
 * inquiry can be seen and tried; any other number is answered with the benefits of an invented plan.
 */
const conducts = [
  ['AAA', 'rejects: the two digits after it are the code, such as AAA72'],
  ['SLOW', 'answers after as many seconds as the digits after it say, such as SLOW5'],
  ['SILENT', 'never answers'],
  ['GARBAGE', 'answers with what is no X12'],
  ['CUTSHORT', 'answers with the end missing'],
  ['SOMEBODYELSE', 'answers about another person'],
  ['OTHERTRACE', 'answers another inquiry'],
  ['FAULTY', 'answers with figures that no plan has, and lines that contradict each other'],
  ['NOTACCEPTED', 'does not accept the envelope'],
  ['UNAVAILABLE', 'is out of order'],
] as const;
export type Conduct = (typeof conducts)[number][0] | 'PLAIN';

export interface LoopbackAnswer {
  readonly conduct: Conduct;
  readonly trace: string;
  readonly afterSeconds: number;
  readonly text: string;
}

/** The plan as invented: 100/80/50, a deductible, a maximum, D9992 once a year with its note. */
const benefits: readonly (readonly ElementValue[])[] = [
  ['EB', '1', '', '35', '', 'BRIGHT HARBOR LOOPBACK PLAN'],
  ['EB', 'A', 'IND', { repeated: ['23', '41'] }, '', '', '', '', '0'],
  ['EB', 'A', 'IND', '28', '', '', '', '', '.2', '', '', '', 'Y'],
  ['EB', 'A', 'IND', { repeated: ['24', '40'] }, '', '', '', '', '.5', '', '', '', 'Y'],
  ['EB', 'C', 'IND', '35', '', '', '23', '50'],
  ['EB', 'C', 'IND', '35', '', '', '29', '25'],
  ['EB', 'F', 'IND', '35', '', '', '23', '1500'],
  ['EB', 'F', 'IND', '35', '', '', '29', '840'],
  ['EB', '1', '', '', '', '', '', '', '', '', '', 'U', '', ['AD', 'D9992']],
  ['EB', 'F', 'IND', '', '', '', '', '', '', '', '', '', '', ['AD', 'D9992']],
  ['HSD', 'VS', '1', '', '', '23', '1'],
  ['MSG', 'COORDINATION NOTE REQUIRED WITH CLAIM'],
];

const faultyBenefits: readonly (readonly ElementValue[])[] = [
  ['EB', '1', '', '35'],
  ['EB', 'F', 'IND', '35', '', '', '23', '-1500'],
  ['EB', 'C', 'IND', '35', '', '', '23', '99999999.99'],
  ['EB', 'A', 'IND', '24', '', '', '', '', '7'],
  ['EB', 'A', 'IND', '28', '', '', '', '', '.2'],
  ['EB', 'A', 'IND', '28', '', '', '', '', '.5'],
];

const eligibilityAnswer: TransactionKind = {
  group: 'HB',
  transaction: '271',
  version: '005010X279A1',
  structure: '0022',
};

export function answerInquiry(inquiry: string, now: Instant): LoopbackAnswer | Refusal {
  const interchange = tokenize(inquiry);
  if (isRefusal(interchange)) return interchange;
  const { segments } = interchange;
  const find = (id: string, first?: string) =>
    segments.find((one) => one.id === id && (first === undefined || element(one, 1) === first));
  const [header, trace, subscriber] = [find('ISA'), find('TRN'), find('NM1', 'IL')];
  if (!header || !trace || !subscriber)
    return refuse('x12/unreadable', {
      detail: message('eligibility.unreadable.no-inquiry'),
      segment: 1,
      byte: 0,
    });
  const member = element(subscriber, 9);
  const conduct = conductOf(member);
  const given = element(trace, 2);
  const body = bodyOf(segments, conduct, member);
  const text = wrapTransaction(
    eligibilityAnswer,
    ourDelimiters,
    {
      interchangeControlNumber: element(header, 13),
      groupControlNumber: String(Number(element(header, 13))),
      transactionControlNumber: '0001',
      createdAt: now,
      timeZone: 'UTC',
      usage: 'T',
    },
    { sender: element(header, 8).trim(), receiver: element(header, 6).trim() },
    body,
  );
  return {
    conduct,
    trace: given,
    afterSeconds: conduct === 'SLOW' ? Number(member.slice(4)) || 1 : 0,
    text: spoiled(text, conduct),
  };
}

function conductOf(member: string): Conduct {
  const [known] = conducts.find(([prefix]) => member.startsWith(prefix)) ?? [];
  return known ?? 'PLAIN';
}

function spoiled(text: string, conduct: Conduct): string {
  if (conduct === 'GARBAGE') return '<html>Service temporarily gone fishing</html>';
  return conduct === 'CUTSHORT' ? text.slice(0, text.length / 2) : text;
}

/** Payer, provider and whoever was asked about, as the inquiry names them; then what the plan says. */
function bodyOf(segments: readonly Segment[], conduct: Conduct, member: string): string[] {
  const put = ([id, ...elements]: readonly ElementValue[]) =>
    writeSegment(ourDelimiters, typeof id === 'string' ? id : '', ...elements);
  const echoed = segments.flatMap((segment): (readonly ElementValue[])[] => {
    switch (segment.id) {
      case 'BHT':
        return [['BHT', '0022', '11', ...segment.elements.slice(2)]];
      case 'HL':
        return [['HL', ...segment.elements]];
      case 'TRN':
        return [['TRN', '2', traceOf(segment, conduct), element(segment, 3)]];
      case 'NM1':
        return [['NM1', ...nameOf(segment, conduct)]];
      case 'DMG':
        return [['DMG', 'D8', conduct === 'SOMEBODYELSE' ? '19010101' : element(segment, 2)]];
      default:
        return [];
    }
  });
  const said =
    conduct === 'AAA'
      ? [['AAA', 'N', '', member.slice(3, 5) || '72', 'C']]
      : conduct === 'FAULTY'
        ? faultyBenefits
        : benefits;
  return [...echoed, ...said].map(put);
}

function traceOf(segment: Segment, conduct: Conduct): string {
  return conduct === 'OTHERTRACE' ? 'AW999999999' : element(segment, 2);
}

function nameOf(segment: Segment, conduct: Conduct): readonly string[] {
  if (conduct !== 'SOMEBODYELSE' || !['IL', '03'].includes(element(segment, 1))) return segment.elements;
  return segment.elements.map((value, index) => (index === 2 ? 'FENWICK' : index === 8 ? 'FENWICK1' : value));
}
