import type { AnswerError } from './answer-271.ts';
import { element, type Segment } from './tokenize.ts';

/**
 * What a 999 or a TA1 finds wrong with what we sent; undefined where the file is neither. One that accepts has no
 * error. Only what somebody at the front desk can act on is read: place and code.
 */
export function rejectionErrors(segments: readonly Segment[]): readonly AnswerError[] | undefined {
  const headers = segments.filter(({ id }) => id === 'ST');
  const interchange = segments.filter(({ id }) => id === 'TA1');
  if (headers.length === 0 && interchange.length > 0)
    return interchange
      .filter((notice) => element(notice, 4) !== 'A')
      .map((notice) => errorOf('TA1', element(notice, 5), element(notice, 1)));
  if (headers.length === 0 || headers.some((header) => element(header, 1) !== '999')) return undefined;
  let inSegment = '';
  const found: AnswerError[] = [];
  for (const segment of segments) {
    if (segment.id === 'IK3') {
      inSegment = `${element(segment, 1)} ${element(segment, 2)}`;
      found.push(errorOf('999', element(segment, 4), inSegment));
    }
    if (segment.id === 'IK4')
      found.push(errorOf('999', element(segment, 3), `${inSegment}, element ${element(segment, 1)}`));
  }
  const refused = segments.some(
    ({ id, elements }) => id === 'AK9' && !['A', 'E'].includes(elements[0] ?? ''),
  );
  return refused && found.length === 0 ? [errorOf('999', 'R', '')] : found;
}

function errorOf(by: '999' | 'TA1', code: string, place: string): AnswerError {
  return { by, about: 'file', code, followUp: '', place };
}
