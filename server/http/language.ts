import type { Language } from '#contract/say.ts';
import type { FastifyRequest } from 'fastify';

/** The language that the caller would rather read, from Accept-Language (RFC 9110, 12.5.4); English where none of ours is named. */
export function languageOf({ headers }: Pick<FastifyRequest, 'headers'>): Language {
  const wanted = (headers['accept-language'] ?? '')
    .split(',')
    .map(readRange)
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight);
  return wanted.map(({ primary }) => primary).find(isOurs) ?? 'en';
}

function readRange(range: string): { readonly primary: string; readonly weight: number } {
  const [tag = '', ...parameters] = range.split(';').map((part) => part.trim());
  const weight = parameters.map((parameter) => /^q=([\d.]+)$/i.exec(parameter)?.[1]).find(Boolean);
  return {
    primary: tag.split('-')[0]?.toLowerCase() ?? '',
    weight: weight === undefined ? 1 : Number(weight),
  };
}

function isOurs(primary: string): primary is Language {
  return primary === 'en' || primary === 'es';
}
