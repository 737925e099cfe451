import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { AskAssistant } from '#contract/assistant.ts';
import type { AssistantAnswer } from '#domain/assistant/assistant-answer.ts';
import { post } from './client.ts';

export interface Asked {
  readonly question: string;
  readonly answer: AssistantAnswer;
}

/** Asks the assistant; on a case the question is kept, so the case is read again. */
export function useAsk() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (body: AskAssistant): Promise<Asked> => ({
      question: body.question,
      answer: await post<AssistantAnswer>('/api/assistant', body),
    }),
    onSuccess: (_asked, { caseId }) =>
      caseId === undefined ? undefined : queries.invalidateQueries({ queryKey: ['case', caseId] }),
  });
}
