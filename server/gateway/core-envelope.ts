import { refuse, type Refusal } from '#domain/kernel/refusal.ts';

/**
 * The envelope of CAQH CORE Connectivity vC2.2.0, real time, for the eligibility inquiry. What of it was confirmed,
 * and where, is in docs/decisions/0016.
 */
export interface CoreRequest {
  readonly payloadId: string;
  /** UTC, to the second. */
  readonly timeStamp: string;
  readonly senderId: string;
  readonly receiverId: string;
  readonly payload: string;
}

/** What comes back, as it says it; `errorCode` is "Success" where nothing was wrong with the envelope. */
export interface CoreResponse {
  readonly payloadType: string;
  readonly errorCode: string;
  readonly errorMessage: string;
  readonly payload: string;
}

const ruleVersion = '2.2.0';

/** The members of a request in their order, under the names of the rule. */
export function requestMembers(request: CoreRequest): readonly (readonly [name: string, value: string])[] {
  return [
    ['PayloadType', 'X12_270_Request_005010X279A1'],
    ['ProcessingMode', 'RealTime'],
    ['PayloadID', request.payloadId],
    ['TimeStamp', request.timeStamp],
    ['SenderID', request.senderId],
    ['ReceiverID', request.receiverId],
    ['CORERuleVersion', ruleVersion],
    ['Payload', request.payload],
  ];
}

/** Undefined where nothing of an envelope is there. */
export function responseOf(member: (name: string) => string): CoreResponse | undefined {
  const response = {
    payloadType: member('PayloadType'),
    errorCode: member('ErrorCode'),
    errorMessage: member('ErrorMessage'),
    payload: member('Payload').trim(),
  };
  return response.payloadType === '' && response.errorCode === '' && response.payload === ''
    ? undefined
    : response;
}

/** The error of an envelope as data; undefined where it carries a payload. Any code but Success is one. */
export function errorIn(gateway: string, response: CoreResponse): Refusal | undefined {
  const { errorCode, errorMessage, payload } = response;
  if (errorCode !== '' && errorCode !== 'Success')
    return refuse('gateway/envelope-error', {
      gateway,
      code: errorCode.slice(0, 80),
      text: errorMessage.slice(0, 300) || '-',
    });
  return payload === '' ? refuse('gateway/no-payload', { gateway }) : undefined;
}
