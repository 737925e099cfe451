import { CodedText } from './coded-text.tsx';

interface Props {
  readonly text: string;
  readonly own: string;
}

/** The words of a statement. A short first sentence is a headline: a list can be read by its headlines. */
export function StatementText({ text, own }: Props) {
  const [, headline = '', rest = text] = /^([^.;:]{3,60}\.) (.+)$/s.exec(text) ?? [];
  if (headline === '' || headline.split(' ').length > 7) return <CodedText text={text} own={own} />;
  return (
    <>
      <strong>{headline}</strong> <CodedText text={rest} own={own} />
    </>
  );
}
