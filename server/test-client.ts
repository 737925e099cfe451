import type { App } from './http/fastify.ts';

export interface TestAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly bytes: Uint8Array;
  readonly text: string;
}

export interface TestRequest {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Speaks to the API as one person, or as nobody, without a port. */
export class TestClient {
  readonly #app: App;
  readonly #cookie: string | undefined;

  constructor(app: App, cookie: string | undefined) {
    this.#app = app;
    this.#cookie = cookie;
  }

  async send(method: Method, url: string, request: TestRequest = {}): Promise<TestAnswer> {
    const { body, headers } = request;
    const payload = typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body);
    const answer = await this.#app.inject({
      method,
      url,
      headers: {
        ...(this.#cookie === undefined ? {} : { cookie: this.#cookie }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(payload === undefined ? {} : { payload }),
    });
    return {
      status: answer.statusCode,
      headers: answer.headers,
      bytes: answer.rawPayload,
      text: answer.payload,
    };
  }

  /** Throws unless it is fine. */
  async get<Body>(url: string): Promise<Body> {
    return parsed<Body>(url, await this.send('GET', url));
  }

  /** Throws unless it is fine. */
  async post<Body = { position: number }>(url: string, body: object): Promise<Body> {
    return parsed<Body>(url, await this.send('POST', url, { body }));
  }
}

type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE';

function parsed<Body>(url: string, { status, text }: TestAnswer): Body {
  if (status >= 300) throw new Error(`${url}: ${status} ${text}`);
  return JSON.parse(text) as Body;
}
