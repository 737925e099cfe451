import type { FastifyRequest } from 'fastify';
import { refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { whatIsExpected } from '#domain/kernel/what-is-expected.ts';

/** One thing that a validator found: where in the input, and where in the schema. */
export interface Finding {
  readonly instancePath?: string;
  readonly schemaPath?: string;
  readonly keyword?: string;
  readonly params?: Readonly<Record<string, unknown>>;
}

/** Input that does not fit its schema, said as what, why and what next, with the place. */
export function refuseInput(
  findings: readonly Finding[],
  { body, routeOptions }: Pick<FastifyRequest, 'body' | 'routeOptions'>,
): Refusal {
  const among = findings.find(
    ({ keyword, instancePath = '' }) => keyword === 'anyOf' && kindAt(body, instancePath) !== undefined,
  );
  return among
    ? refuseAmong(among, findings, body, routeOptions.schema?.body)
    : refuseFirst(findings[0] ?? {});
}

/** Of several kinds of thing the findings about its own kind count: all the others fail on every one of them. */
function refuseAmong(
  { instancePath = '', schemaPath = '' }: Finding,
  findings: readonly Finding[],
  body: unknown,
  schema: unknown,
): Refusal {
  const kind = kindAt(body, instancePath);
  const branches = Object.values(at(schema, schemaPath.slice(1)) ?? {});
  const own = branches.findIndex((branch) => at(branch, '/properties/kind/const') === kind);
  if (own < 0) return refuse('input/unknown', { name: kind ?? '' }, `${instancePath}/kind`);
  return refuseFirst(findings.find((each) => each.schemaPath?.startsWith(`${schemaPath}/${own}/`)) ?? {});
}

function refuseFirst({ instancePath = '', keyword, params = {} }: Finding): Refusal {
  const missing = nameIn(params['missingProperty']);
  const unknown = nameIn(params['additionalProperty']);
  const member = missing ?? unknown;
  const place = `${instancePath}${member === undefined ? '' : `/${member}`}`;
  const name = place.split('/').at(-1) || '/';
  if (missing !== undefined) return refuse('input/missing', { name }, place);
  if (unknown !== undefined) return refuse('input/unknown', { name }, place);
  return refuse('input/invalid', { name, expected: whatIsExpected(keyword, params) }, place);
}

function nameIn(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function kindAt(body: unknown, path: string): string | undefined {
  return nameIn(at(body, `${path}/kind`));
}

/** What lies at a JSON pointer. */
function at(value: unknown, pointer: string): object | string | undefined {
  let found = value;
  for (const part of pointer.split('/').slice(1)) {
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, name)) return undefined;
    found = Object.entries(found).find(([key]) => key === name)?.[1];
  }
  return typeof found === 'string' || (typeof found === 'object' && found !== null) ? found : undefined;
}
