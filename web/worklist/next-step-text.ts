import { useCallback } from 'react';
import type { NextStepView } from '#contract/views.ts';
import { useSay } from '../ui/say.ts';

/** The next step in words: a task's own title, or what a gap asks for. */
export function useNextStepText(): (step: NextStepView) => string {
  const say = useSay();
  return useCallback((step) => (step.message ? say(step.message) : step.title), [say]);
}
