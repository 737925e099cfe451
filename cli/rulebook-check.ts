import { checkRulebook } from '#server/rulebook/check-rulebook.ts';
import { exitCodes, nothingPositional, wantsJson, type Command } from './command.ts';

export const rulebookCheck: Command = {
  name: 'rulebook check',
  summary: 'runs every worked example in the rulebook, and checks the code guide and the pathways',
  usage: `archway rulebook check [--json]

Reads the rulebook, validates every file and runs every worked example in it, and
checks the pages of the code guide (anchors, codes, both languages) and the clinical pathways. Needs no database and no account.`,
  options: {},
  run: async (args, terminal) => {
    nothingPositional(args);
    const report = await checkRulebook();
    if (wantsJson(args)) terminal.result(JSON.stringify(report, null, 2));
    else {
      terminal.result(
        `${report.examples} examples of ${report.rules} rules, ${report.statements} statements on ${report.guidePages} pages of the guide, ${report.pathways} pathways: ${report.problems.length} problems`,
      );
      for (const problem of report.problems) terminal.result(`  ${problem.file}: ${problem.what}`);
    }
    return report.problems.length === 0 ? exitCodes.fine : exitCodes.refused;
  },
};
