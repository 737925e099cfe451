import { isRefusal, type Refusal } from '#domain/kernel/refusal.ts';
import { element, tokenize } from './tokenize.ts';

/** By what an answer says which inquiry it is for. */
export interface InquiryNames {
  /** TRN02 of a 271: of the inquiry itself, or given by somebody on the way. */
  readonly traces: readonly string[];
  /** The number of the interchange or group that a 999 (AK102) or TA1 (TA101) is about. */
  readonly controlNumbers: readonly string[];
}

/** Refused where it cannot be cut into segments; both lists may be empty. */
export function namesInquiry(text: string): InquiryNames | Refusal {
  const interchange = tokenize(text);
  if (isRefusal(interchange)) return interchange;
  const named = (id: string, place: number) => [
    ...new Set(
      interchange.segments
        .filter((segment) => segment.id === id && element(segment, place) !== '')
        .map((segment) => element(segment, place)),
    ),
  ];
  return { traces: named('TRN', 2), controlNumbers: [...named('AK1', 2), ...named('TA1', 1)] };
}
