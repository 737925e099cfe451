import type { Static, TSchema } from 'typebox';
import { Value } from 'typebox/value';

/** Takes one sentence about what is wrong with a file. */
export type Report = (what: string) => void;

/** The content as what its schema says, or undefined after reporting each place where it differs. */
export function accept<Schema extends TSchema>(
  schema: Schema,
  content: unknown,
  report: Report,
): Static<Schema> | undefined {
  if (Value.Check(schema, content)) return content;
  for (const error of Value.Errors(schema, content))
    report(`at ${error.instancePath || 'its top'}: ${error.message}`);
  return undefined;
}
