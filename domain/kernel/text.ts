import { refuse, type Refusal } from './refusal.ts';

/** Text as a person typed it: trimmed, control characters other than line breaks and tabs refused, at most `longest` characters. */
export function parseText(text: string, name: string, longest: number): string | Refusal {
  const trimmed = text.trim();
  // eslint-disable-next-line no-control-regex -- PostgreSQL cannot store NUL, and the others corrupt X12 and PDF
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(trimmed) || !trimmed.isWellFormed())
    return refuse(
      'text/control-characters',
      `${name} has characters that cannot be kept.`,
      'It contains control characters, often from a copied document.',
      'Paste it as plain text.',
    );
  if (trimmed.length > longest)
    return refuse(
      'text/too-long',
      `${name} is too long.`,
      `It has ${trimmed.length} characters; at most ${longest} fit.`,
      'Shorten it, or attach it as a document.',
    );
  return trimmed;
}
