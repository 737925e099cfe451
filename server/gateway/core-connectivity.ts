import { refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { mostCharacters } from '#exchange/x12/from-271.ts';
import { boundedBody } from './bounded-body.ts';
import { errorIn } from './core-envelope.ts';
import { mimeRequest, readMimeResponse, type Credentials } from './core-mime.ts';
import type { Gateway, Outgoing, Reached, SendOutcome } from './gateway.ts';

export interface CoreSettings {
  readonly name: string;
  readonly organizations: readonly string[] | undefined;
  readonly address: string;
  readonly credentials: Credentials;
  readonly timeoutSeconds: number;
}

/** Room for the envelope around a payload. */
const mostBytes = mostCharacters + 100_000;

/**
 * Asks over HTTP with the envelope of CAQH CORE Connectivity, in real time: the answer is the response. An inquiry
 * that is sent again, after a fault or a kill, asks the same once more under the same PayloadID, and changes nothing
 * at the payer.
 */
export class CoreConnectivity implements Gateway {
  readonly kind = 'core';
  readonly name: string;
  readonly organizations: readonly string[] | undefined;
  readonly #settings: CoreSettings;

  constructor(settings: CoreSettings) {
    this.name = settings.name;
    this.organizations = settings.organizations;
    this.#settings = settings;
  }

  async send(outgoing: Outgoing, stop: AbortSignal): Promise<SendOutcome> {
    const { address, credentials, timeoutSeconds } = this.#settings;
    const request = {
      payloadId: outgoing.inquiryId,
      timeStamp: new Date().toISOString().replace(/\.\d{3}Z$/, 'Z'),
      senderId: outgoing.senderId,
      receiverId: outgoing.receiverId,
      payload: outgoing.interchange,
    };
    try {
      const response = await fetch(address, {
        method: 'POST',
        body: mimeRequest(request, credentials),
        // What holds a patient's data goes where it was told to go, and nowhere else.
        redirect: 'error',
        signal: AbortSignal.any([stop, AbortSignal.timeout(timeoutSeconds * 1000)]),
      });
      return await this.#outcome(response, outgoing.trace);
    } catch (error) {
      return noResponse(this.name, error, timeoutSeconds);
    }
  }

  /**
   * OPTIONS is what HTTP has for asking about an address without doing anything there (RFC 9110, 9.3.7): it shows name,
   * network, certificate and that somebody answers. No exchange that tries the password alone was confirmed of CORE
   * (docs/decisions/0016), so neither user name nor password goes along.
   */
  async tryOut(stop: AbortSignal): Promise<Reached | Refusal> {
    const { address, timeoutSeconds: seconds } = this.#settings;
    const gateway = this.name;
    try {
      const response = await fetch(address, {
        method: 'OPTIONS',
        redirect: 'error',
        signal: AbortSignal.any([stop, AbortSignal.timeout(seconds * 1000)]),
      });
      await response.body?.cancel();
      return { status: response.status };
    } catch (error) {
      const { problem, again } = noResponse(gateway, error, seconds);
      if (!again) return problem;
      const detail = problem.code === 'gateway/no-answer' ? problem.params['detail'] : problem.code;
      return refuse('gateway/not-reached', { gateway, seconds, detail: detail ?? '' });
    }
  }

  async #outcome(response: Response, trace: string): Promise<SendOutcome> {
    const { status } = response;
    const gateway = this.name;
    const bytes = await boundedBody(response, mostBytes);
    if (!bytes) return failed(refuse('gateway/answer-too-large', { gateway, most: mostBytes }), false);
    const envelope = await readMimeResponse(response.headers.get('content-type') ?? '', bytes);
    const problem = envelope && errorIn(gateway, envelope);
    if (problem) return failed(problem, false);
    if (envelope)
      return {
        kind: 'answered',
        file: { name: `eligibility-${trace}.271`, bytes: Buffer.from(envelope.payload) },
      };
    if (status === 401 || status === 403)
      return failed(refuse('gateway/not-let-in', { gateway, status }), false);
    if (status === 408 || status === 429 || status >= 500)
      return failed(refuse('gateway/unavailable', { gateway, status }), true);
    if (status >= 400) return failed(refuse('gateway/not-taken', { gateway, status }), false);
    return {
      ...failed(refuse('gateway/no-envelope', { gateway }), false),
      unread: { name: `eligibility-${trace}.response`, bytes },
    };
  }
}

function failed(problem: Refusal, again: boolean) {
  return { kind: 'failed' as const, problem, again };
}

/** What came in the place of a response; none of it names the address or what was sent. */
function noResponse(gateway: string, error: unknown, seconds: number) {
  if (!(error instanceof Error)) throw error;
  if (error.name === 'TimeoutError') return failed(refuse('gateway/too-slow', { gateway, seconds }), true);
  const { cause } = error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  if (isAboutCertificate(code)) return failed(refuse('gateway/certificate', { gateway, code }), false);
  if (code === 'ENOTFOUND') return failed(refuse('gateway/unknown-host', { gateway }), true);
  if (cause instanceof Error && cause.message === 'unexpected redirect')
    return failed(refuse('gateway/redirects', { gateway }), false);
  return failed(refuse('gateway/no-answer', { gateway, detail: code || error.name }), true);
}

/** The codes of OpenSSL and of Node for a certificate that shows nobody, another name or the wrong time. */
function isAboutCertificate(code: string): boolean {
  return /CERT|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH/.test(code);
}
