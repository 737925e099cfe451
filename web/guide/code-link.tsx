import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useInLanguage } from '../ui/in-language.ts';
import { useGuideList } from './guide-data.ts';

interface Props {
  readonly code: string;
  /** What stands in the link; the code itself when absent. */
  readonly children?: ReactNode;
}

/** A code, wherever it appears: a link to its page in the guide, or plain where the guide has none. */
export function CodeLink({ code, children = code }: Props) {
  const { data } = useGuideList();
  const inLanguage = useInLanguage();
  const entry = data?.entries.find((each) => each.code === code);
  if (!entry) return <span className="code-plain">{children}</span>;
  return (
    <Link to="/guide/$code" params={{ code }} className="code-link" title={inLanguage(entry.name)}>
      {children}
    </Link>
  );
}
