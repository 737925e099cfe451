import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CodeChoice } from '#domain/code-guide/choose-code.ts';
import type { Message } from '#domain/kernel/message.ts';
import { useCodeName } from '../claim/code-name.ts';
import { Section } from '../ui/page.tsx';
import { useSay } from '../ui/say.ts';
import { CodedText } from './coded-text.tsx';
import { CodeLink } from './code-link.tsx';
import { Pointers } from './pointers.tsx';
import { LicensedWording } from './licensed-wording.tsx';

interface Props {
  readonly choice: CodeChoice | undefined;
  readonly settled: boolean;
  readonly possible: readonly string[];
}

/** The answer as far as it goes: the code, the facts for, against and missing, its neighbors, and codes elsewhere. */
export function CodeAnswer({ choice, settled, possible }: Props) {
  const { t } = useTranslation();
  const say = useSay();
  const codeName = useCodeName();
  return (
    <div className="path-answer" aria-live="polite">
      <Section title={t(settled ? 'whichCode.fits' : 'whichCode.soFar')}>
        {choice === undefined ? (
          <Text c="dimmed">{t('whichCode.nothingYet')}</Text>
        ) : (
          <>
            {settled ? (
              <>
                <p className="big">
                  {choice.code === 'none' ? t('whichCode.none') : <ToPage code={choice.code} />}
                </p>
                <LicensedWording code={choice.code} />
                <Text>{say(choice.because)}</Text>
              </>
            ) : (
              <p>
                {t('whichCode.stillPossible')}{' '}
                <strong>
                  <CodedText
                    text={possible
                      .map((code) => (code === 'none' ? t('whichCode.noneShort') : code))
                      .join(', ')}
                  />
                </strong>
              </p>
            )}
            <Pointers pointers={choice.pointers} />
            <Facts title={t('web.code.for')} facts={choice.factsFor} />
            <Facts title={t('web.code.against')} facts={choice.factsAgainst} />
            <Facts title={t('web.code.missing')} facts={choice.factsMissing} />
          </>
        )}
      </Section>
      {choice !== undefined && choice.neighbors.length > 0 && (
        <Section title={t('web.code.neighbors')} lead={t('web.code.neighborsLead')}>
          <dl className="said codes">
            {choice.neighbors.map(({ code, needs }) => (
              <div key={code}>
                <dt>
                  <CodeLink code={code}>{codeName(code)}</CodeLink>
                </dt>
                <dd>{needs.map((need) => say(need)).join('; ')}</dd>
              </div>
            ))}
          </dl>
        </Section>
      )}
    </div>
  );
}

function ToPage({ code }: { readonly code: string }) {
  const codeName = useCodeName();
  return <CodeLink code={code}>{codeName(code)}</CodeLink>;
}

function Facts({ title, facts }: { readonly title: string; readonly facts: readonly Message[] }) {
  const say = useSay();
  if (facts.length === 0) return null;
  return (
    <>
      <Text fw={600} component="h3">
        {title}
      </Text>
      <ul className="reasons">
        {facts.map((fact) => (
          <li key={fact.id}>{say(fact)}</li>
        ))}
      </ul>
    </>
  );
}
