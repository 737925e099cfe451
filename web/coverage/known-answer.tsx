import { Text } from '@mantine/core';
import type { CallQuestionView } from '#contract/benefits.ts';
import { useSay } from '../ui/say.ts';
import { SaidOfPlan } from './said-of-plan.tsx';
import { useQuestionWords } from './use-question-words.ts';

/** What already answers a question, and on whose word. */
export function KnownAnswer({ asked }: { readonly asked: CallQuestionView }) {
  const say = useSay();
  const words = useQuestionWords();
  const { question, known, basis } = asked;
  return (
    <>
      <Text size="sm" fw={600}>
        {words(question)}
      </Text>
      {known.map((said, index) => (
        <SaidOfPlan key={index} said={said} />
      ))}
      {basis && <Text size="sm">{say(basis)}</Text>}
    </>
  );
}
