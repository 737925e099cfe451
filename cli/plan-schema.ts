import { planSchemas } from '#domain/treatment-plan/sequencing/plan-schemas.ts';
import { exitCodes, onlyPositional, UsageError, type Command } from './command.ts';

export const planSchema: Command = {
  name: 'plan schema',
  summary: 'prints the JSON Schema of a plan to solve, or of the answer',
  usage: `archway plan schema problem|answer [--json]

Prints the JSON Schema of what \`archway plan solve\` reads (problem) or prints (answer). The same schemas are in
docs/reference/, and JSON as they are, with or without --json. Needs no database and no account.`,
  options: {},
  run: (args, terminal) => {
    const which = onlyPositional(args, 'problem or answer');
    if (which !== 'problem' && which !== 'answer') throw new UsageError(`there is no schema of "${which}"`);
    terminal.result(JSON.stringify(planSchemas[which], null, 2));
    return Promise.resolve(exitCodes.fine);
  },
};
