import type { Message } from '#contract/views.ts';
import type { Message as DomainMessage } from '#domain/kernel/message.ts';

export function messageView(said: DomainMessage): Message {
  return { id: said.id, params: { ...said.params } };
}
