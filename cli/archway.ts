#!/usr/bin/env node
import { refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { CannotStart } from '#server/cannot-start.ts';
import { isDiskFull, isOutage } from '#server/database/outage.ts';
import {
  exitCodes,
  tellRefusal,
  readArguments,
  UsageError,
  type Command,
  type ExitCode,
  type Terminal,
} from './command.ts';
import { commands } from './commands.ts';
import { processTerminal } from './terminal.ts';

/** Runs one command line; never throws for what a person can mend. */
export async function run(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const command = findCommand(argv);
  if (!command) return explain(argv, terminal);
  try {
    const args = readArguments(command, argv.slice(command.name.split(' ').length));
    if (args.values['help'] === true) {
      terminal.result(command.usage);
      return exitCodes.fine;
    }
    return await command.run(args, terminal);
  } catch (error) {
    if (error instanceof UsageError) {
      terminal.say(`${command.name}: ${error.message}.\n\n${command.usage}`);
      return exitCodes.usage;
    }
    const refusal = outageIn(error);
    if (refusal) return tellRefusal(refusal, argv.includes('--json'), terminal);
    throw error;
  }
}

const helps: readonly (string | undefined)[] = ['--help', '-h', 'help'];

/** What there is, where nothing or no command was named: all of it, or what begins with the word that was. */
function explain(argv: readonly string[], terminal: Terminal): ExitCode {
  const [word, next] = argv;
  const begun = commands.filter(({ name }) => name.startsWith(`${word} `));
  const isAsked = word === undefined || helps.includes(word) || (begun.length > 0 && helps.includes(next));
  const listed = overview(begun.length > 0 ? begun : commands);
  if (isAsked) terminal.result(listed);
  else {
    const unknown = begun.length > 0 && next !== undefined ? `${word} ${next}` : word;
    terminal.say(`archway has no command "${unknown}".\n\n${listed}`);
  }
  return isAsked && word !== undefined ? exitCodes.fine : exitCodes.usage;
}

/** Undefined for a bug, which is shown with its place in the program. */
function outageIn(error: unknown): Refusal | undefined {
  if (error instanceof CannotStart) return error.refusal;
  if (isDiskFull(error)) return refuse('outage/disk-full');
  return isOutage(error) ? refuse('outage/database-lost') : undefined;
}

function findCommand(argv: readonly string[]): Command | undefined {
  return commands.find((command) => command.name.split(' ').every((word, index) => argv[index] === word));
}

function overview(listed: readonly Command[]): string {
  const width = Math.max(...listed.map(({ name }) => name.length));
  return [
    'archway: dental care coordination',
    '',
    ...listed.map(({ name, summary }) => `  archway ${name.padEnd(width)}  ${summary}`),
    '',
    'Every command takes --help and --json. Exit codes: 0 fine, 1 refused with a reason, 2 wrong usage.',
    'Commands that read or write patient data act as a person: --as EMAIL, password from ARCHWAY_PASSWORD or asked for.',
  ].join('\n');
}

if (import.meta.main) process.exitCode = await run(process.argv.slice(2), processTerminal());
