import type { Language } from '#contract/say.ts';
import { sayRefusal, type RefusalWords } from '#contract/say-refusal.ts';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { refuse, type Refusal } from '#domain/kernel/refusal.ts';

/** Where output goes: results on standard output, everything else on standard error. */
export interface Terminal {
  readonly result: (text: string) => void;
  readonly bytes: (content: Uint8Array) => Promise<void>;
  readonly say: (line: string) => void;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Asks without echo; undefined when nobody sits at the terminal. */
  readonly askSecret: (question: string) => Promise<string | undefined>;
}

export const exitCodes = { fine: 0, refused: 1, usage: 2 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

export interface Arguments {
  readonly positionals: readonly string[];
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
}

export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  readonly usage: string;
  readonly options: NonNullable<ParseArgsConfig['options']>;
  readonly run: (args: Arguments, terminal: Terminal) => Promise<ExitCode>;
}

export class UsageError extends Error {}

const ownOptions = {
  help: { type: 'boolean', short: 'h' },
  json: { type: 'boolean' },
} as const satisfies NonNullable<ParseArgsConfig['options']>;

/** Options of commands that act on the record as somebody. */
export const actingOptions = {
  as: { type: 'string' },
  data: { type: 'string' },
} as const satisfies NonNullable<ParseArgsConfig['options']>;

/** Throws UsageError on an unknown option or a missing value. */
export function readArguments(command: Command, argv: readonly string[]): Arguments {
  try {
    const { positionals, values } = parseArgs({
      args: [...argv],
      options: { ...ownOptions, ...command.options },
      allowPositionals: true,
      strict: true,
    });
    const single: Record<string, string | boolean | undefined> = {};
    for (const [name, value] of Object.entries(values))
      if (typeof value === 'string' || typeof value === 'boolean') single[name] = value;
    return { positionals, values: single };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

export function option(args: Arguments, name: string): string | undefined {
  const value = args.values[name];
  return typeof value === 'string' ? value : undefined;
}

export function wantsJson(args: Arguments): boolean {
  return args.values['json'] === true;
}

/** The only positional argument, or a usage error that names what is missing. */
export function onlyPositional(args: Arguments, what: string): string {
  const [first, ...rest] = args.positionals;
  if (first === undefined) throw new UsageError(`${what} is missing`);
  if (rest.length > 0)
    throw new UsageError(`only one ${what} is taken, and "${rest.join(' ')}" is left over`);
  return first;
}

/** For commands that take options only: a word too many is a mistake, not something to pass over. */
export function nothingPositional(args: Arguments): void {
  if (args.positionals.length > 0) throw new UsageError(`"${args.positionals.join(' ')}" is left over`);
}

/** A refusal on both streams as asked: the reason for people on standard error, JSON for programs on standard output. */
export function tellRefusal(
  refusal: Refusal,
  asJson: boolean,
  terminal: Terminal,
  language: Language = 'en',
): ExitCode {
  const said = sayRefusal(language, refusal);
  if (asJson) terminal.result(JSON.stringify(said, null, 2));
  else terminal.say(inWords(said));
  return exitCodes.refused;
}

function inWords({ what, why, next, at }: RefusalWords & { readonly at?: string }): string {
  const place = at === undefined || at === '' || what.includes(at) ? '' : `\n  At:   ${at}`;
  return `${what}${place}\n  Why:  ${why}\n  Next: ${next}`;
}

export function unreadableFile(path: string, error: unknown): Refusal {
  const absent = error instanceof Error && 'code' in error && error.code === 'ENOENT';
  return absent
    ? refuse('file/absent', { path })
    : refuse('file/unreadable', { path, detail: error instanceof Error ? error.message : String(error) });
}
