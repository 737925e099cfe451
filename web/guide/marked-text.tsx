interface Props {
  readonly text: string;
  /** Letters and digits only. */
  readonly words: readonly string[];
}

/** A text in which the beginnings of words that somebody looks for are set off. */
export function MarkedText({ text, words }: Props) {
  if (words.length === 0) return <span>{text}</span>;
  const parts = text.split(new RegExp(`(?<![\\p{L}\\p{N}])(${words.join('|')})`, 'giu'));
  // Every second part is what stood in the parentheses.
  return (
    <span>{parts.map((part, index) => (index % 2 === 1 ? <mark key={index}>{part}</mark> : part))}</span>
  );
}
