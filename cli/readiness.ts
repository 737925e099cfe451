import { say } from '#contract/say.ts';
import { isRefusal } from '#domain/kernel/refusal.ts';
import { noCase } from '#server/case/acting-on-case.ts';
import { caseView } from '#server/case/case-view.ts';
import { actingPerson, withArchway } from './acting.ts';
import { actingOptions, exitCodes, onlyPositional, tellRefusal, wantsJson, type Command } from './command.ts';

const marks = {
  passes: 'ok   ',
  warns: 'warn ',
  blocks: 'BLOCK',
  waived: 'waive',
  'not-applicable': '-    ',
} as const;

export const readiness: Command = {
  name: 'readiness',
  summary: 'says whether a case is ready to be billed, check by check',
  usage: `archway readiness CASE [--as EMAIL] [--data FOLDER] [--json]

Runs every readiness check of a case and prints the answer: payable, valid-not-payable, valid-payer-unknown or
incomplete, each with its rule and evidence. Exit code 1 when something blocks a claim.`,
  options: actingOptions,
  run: (args, terminal) => {
    const caseId = onlyPositional(args, 'CASE');
    return withArchway(args, terminal, async (archway) => {
      const person = await actingPerson(archway, args, terminal, 'readiness');
      if (isRefusal(person)) return tellRefusal(person, wantsJson(args), terminal);
      const view = await archway.record.read(person.organizationId, (reading) =>
        caseView(archway, reading, person, caseId),
      );
      if (!view) return tellRefusal(noCase(caseId), wantsJson(args), terminal);
      const { answer, ready, checks } = view.readiness;
      if (wantsJson(args)) terminal.result(JSON.stringify({ caseId, answer, ready, checks }, null, 2));
      else {
        terminal.result(`${answer}${ready ? '' : ' (a claim is refused until the blocking checks pass)'}`);
        for (const check of checks)
          terminal.result(
            `  ${marks[check.result]}  ${check.checkId.padEnd(28)} ${say('en', check.reason.message)}`,
          );
      }
      return ready ? exitCodes.fine : exitCodes.refused;
    });
  },
};
