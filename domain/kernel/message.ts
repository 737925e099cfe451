/**
 * Something said to a person: the id of a text in contract/messages, and what fills its gaps.
 * The domain says what is true; the languages say it.
 */
export interface Message {
  readonly id: string;
  readonly params: Readonly<Record<string, string | number>>;
}

export function message(id: string, params: Readonly<Record<string, string | number>> = {}): Message {
  return { id, params };
}
