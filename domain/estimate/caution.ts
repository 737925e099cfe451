import type { Message } from '../kernel/message.ts';

/** Something to bear in mind about the figures, and what it is said of. */
export interface Caution {
  readonly said: Message;
  readonly about?: Message;
}
