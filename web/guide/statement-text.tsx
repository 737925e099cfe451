import { CodedText } from './coded-text.tsx';

interface Props {
  readonly text: string;
  /** The code of the page on which the words stand, which needs no link. */
  readonly own?: string;
}

/** The words of a statement. A short first sentence is a headline: a list can be read by its headlines. */
export function StatementText({ text, ...place }: Props) {
  const [, headline = '', rest = text] = /^([^.;:]{3,60}\.) (.+)$/s.exec(text) ?? [];
  if (headline === '' || headline.split(' ').length > 7) return <CodedText text={text} {...place} />;
  return (
    <>
      <strong>{headline}</strong> <CodedText text={rest} {...place} />
    </>
  );
}
