import { Value } from 'typebox/value';
import { isRefusal } from '../kernel/refusal.ts';
import { EstimateAnswer } from './estimate-answer.ts';
import type { EstimateRequest } from './estimate-request.ts';
import { estimateWithOutlook } from './outlook.ts';

/** What is wrong with the answer to a request by its schema, as a program that reads the JSON would find it. */
export function faultsOfAnswer(
  request: EstimateRequest,
  change: (answer: object) => object = (same) => same,
) {
  const answer = estimateWithOutlook(request);
  if (isRefusal(answer)) throw new Error(answer.code);
  const printed: unknown = JSON.parse(JSON.stringify(change(answer)));
  return Value.Errors(EstimateAnswer, printed).map(
    ({ instancePath, message }) => `${instancePath} ${message}`,
  );
}
