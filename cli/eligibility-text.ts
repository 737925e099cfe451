import type { EligibilityReport } from '#contract/eligibility.ts';
import { say } from '#contract/say.ts';

export function reportText(report: EligibilityReport): string {
  const { outcome, alreadyRecorded, says, differs, mend, aside, words } = report;
  return [
    say('en', { id: `eligibility.outcome.${alreadyRecorded ? 'again' : outcome}`, params: {} }),
    ...says.map((each) => `  ${say('en', each)}`),
    ...differs.map((each) => `  differs: ${say('en', each)}`),
    ...mend.map((each) => `  mend:    ${each.map((part) => say('en', part)).join(' ')}`),
    ...aside.map(({ line, reason }) => `  aside:   ${say('en', line)}: ${say('en', reason)}`),
    ...words.map((each) => `  says:    ${each}`),
  ].join('\n');
}
