import { describe, expect, test } from 'vitest';
import { answerCoverage } from './answer-coverage.ts';
import type { CoverageQuestion } from './coverage-question.ts';
import type { PlanStatement } from './plan-answer.ts';
import { question, told } from './plan-obstacles.samples.ts';

interface Row {
  name: string;
  says?: readonly PlanStatement[];
  change?: Partial<CoverageQuestion>;
  payable: 'yes' | 'no' | 'unknown';
  why?: string;
}

/** A table of what a payer said, whether the code is then payable, and what stands in the way. */
export function table(about: string, rows: readonly Row[]) {
  describe(about, () => {
    test.each(rows)('$name', ({ says = [], change, payable, why }) => {
      const planAnswers = says.length === 0 ? [] : [told(says)];
      const answer = answerCoverage({ ...question, planAnswers, ...change });
      const words = answer.obstacles.map(({ message }) => message.id.replace('coverage.obstacle.', ''));
      expect([answer.payable, ...words]).toEqual([payable, ...(why === undefined ? [] : [why])]);
    });
  });
}
