import type { Static } from 'typebox';
import type { Message, PointerView } from '#contract/views.ts';
import type { Pointer } from '#domain/code-guide/pointers.ts';
import type { Message as DomainMessage } from '#domain/kernel/message.ts';

export function messageView(said: DomainMessage): Message {
  return { id: said.id, params: { ...said.params } };
}

export function pointerView({ code, because, mark }: Pointer): Static<typeof PointerView> {
  return { code, because: messageView(because), mark };
}
