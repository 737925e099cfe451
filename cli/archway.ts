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
  if (!command) {
    const asked = argv[0] === undefined || argv[0] === '--help' || argv[0] === '-h' || argv[0] === 'help';
    if (asked) terminal.result(overview());
    else terminal.say(`archway has no command "${argv[0] ?? ''}".\n\n${overview()}`);
    return asked && argv[0] !== undefined ? exitCodes.fine : exitCodes.usage;
  }
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

/** Undefined for a bug, which is shown with its place in the program. */
function outageIn(error: unknown): Refusal | undefined {
  if (error instanceof CannotStart) return error.refusal;
  if (isDiskFull(error)) return refuse('outage/disk-full');
  return isOutage(error) ? refuse('outage/database-lost') : undefined;
}

function findCommand(argv: readonly string[]): Command | undefined {
  return commands.find((command) => command.name.split(' ').every((word, index) => argv[index] === word));
}

function overview(): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return [
    'archway: dental care coordination',
    '',
    ...commands.map(({ name, summary }) => `  archway ${name.padEnd(width)}  ${summary}`),
    '',
    'Every command takes --help and --json. Exit codes: 0 fine, 1 refused with a reason, 2 wrong usage.',
    'Commands that read or write patient data act as a person: --as EMAIL, password from ARCHWAY_PASSWORD or asked for.',
  ].join('\n');
}

if (import.meta.main) process.exitCode = await run(process.argv.slice(2), processTerminal());
