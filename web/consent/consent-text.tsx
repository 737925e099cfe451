import { Text } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { consentKinds } from '#domain/consent/consent.ts';
import { toldStatements } from '#domain/consent/told-statements.ts';
import { usePractice } from '../api/practice.ts';
import { ensureTexts } from '../app/languages.ts';
import { ChoiceField, FlagField } from '../ui/fields.tsx';
import { onScreen, type RecipientChoice } from './consent-draft.ts';
import type { ConsentFieldsProps } from './consent-fields.ts';
import { SignedTerms } from './signed-terms.tsx';

/** What is signed, in the signer's language: the same words as on the printed form. */
export function ConsentText({
  draft,
  change,
  offered,
}: ConsentFieldsProps & { readonly offered: readonly RecipientChoice[] }) {
  const { t, i18n } = useTranslation();
  const practice = usePractice().data?.profile;
  const language = draft.language === 'es' ? 'es' : 'en';
  useEffect(() => void ensureTexts(language), [language]);
  const spoken = i18n.getFixedT(language);
  const address = practice
    ? `${practice.address.line1}, ${practice.address.city}, ${practice.address.state}`
    : '';
  const params = { practice: practice?.name ?? draft.discloser, address };
  const statements =
    toldStatements[consentKinds.find((kind) => kind === draft.kind) ?? 'hipaa-authorization'];
  return (
    <>
      <ChoiceField
        label={t('web.consent.language')}
        value={draft.language}
        onValue={(language) => change({ language })}
        choices={[
          { value: 'en', label: 'English' },
          { value: 'es', label: 'Español' },
          { value: 'other', label: t('web.consent.otherLanguage') },
        ]}
      />
      <div className="consent-text" lang={language}>
        <Text fw={600}>{spoken(`pdf.authorization.title.${draft.kind}`)}</Text>
        <Text>{spoken(`pdf.authorization.lead.${draft.kind}`)}</Text>
        {draft.method === onScreen && <SignedTerms draft={draft} offered={offered} language={language} />}
        {draft.method === onScreen &&
          statements.map(([name, text]) => (
            <Text key={name}>{spoken(`pdf.authorization.statement.${text}`, params)}</Text>
          ))}
      </div>
      {draft.method !== onScreen && (
        <fieldset className="plain-fieldset">
          <legend>{t('web.consent.told')}</legend>
          {statements.map(([name]) => (
            <FlagField
              key={name}
              label={t(`pdf.authorization.statementName.${name}`)}
              checked={draft[name]}
              onChecked={(checked) => change({ [name]: checked })}
            />
          ))}
        </fieldset>
      )}
    </>
  );
}
