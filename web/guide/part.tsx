import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { GuidePart } from './guide-parts.ts';

interface Props {
  readonly part: GuidePart;
  readonly children: ReactNode;
}

/** A titled part of a page, under an anchor. */
export function Part({ part, children }: Props) {
  const { t } = useTranslation();
  return (
    <section className="section guide-part" id={part} aria-labelledby={`${part}-title`}>
      <Title order={2} id={`${part}-title`}>
        {t(`web.guide.part.${part}`)}
      </Title>
      {children}
    </section>
  );
}
