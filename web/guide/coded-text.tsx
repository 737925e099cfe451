import { CodeLink } from './code-link.tsx';

interface Props {
  readonly text: string;
  /** The code of the page on which the words stand, which needs no link. */
  readonly own?: string;
}

/** Words in which every code leads to its page of the guide. */
export function CodedText({ text, own }: Props) {
  return text
    .split(/(\bD\d{4}\b)/)
    .map((part, index) =>
      /^D\d{4}$/.test(part) && part !== own ? <CodeLink key={index} code={part} /> : part,
    );
}
