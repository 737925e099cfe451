import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nearestLanguage } from '#domain/patient/nearest-language.ts';
import { download, withQuery } from '../api/client.ts';
import { useCaseView } from '../case/case-context.tsx';
import { ChoiceField, TapField } from '../ui/fields.tsx';
import { Form } from '../ui/form.tsx';
import { optional, readText } from '../ui/reading.ts';
import { useWord } from '../ui/say.ts';
import { toast } from '../ui/toast.tsx';
import { useSubmission } from '../ui/use-submission.ts';
import { RecipientFields, recipientOf, type RecipientDraft } from './recipient-fields.tsx';

const documents = ['case-summary', 'plan', 'estimate', 'options', 'authorization'] as const;
const forPatients: readonly (string | undefined)[] = ['estimate', 'options'];
const kinds = ['own-use', 'provider', 'patient', 'representative', 'payer', 'auditor'] as const;

interface Props {
  /** What the form begins with; an estimate and options are for the patient. */
  readonly of: string | undefined;
}

/** Summary, plan, estimate, options, predetermination or consent form as PDF, cut to what its recipient may receive. */
export function PrintForm({ of }: Props) {
  const { t, i18n } = useTranslation();
  const word = useWord();
  const queries = useQueryClient();
  const view = useCaseView();
  const { caseId, patient, optionSheets: everySheet } = view;
  const optionSheets = everySheet.filter(({ withdrawn }) => !withdrawn);
  const asked = patient.predeterminations.filter((each) => each.caseId === caseId);
  const chosen = asked.find(({ predeterminationId: id }) => of === `predetermination.${id}`);
  const [document, setDocument] = useState<string>(chosen ? 'predetermination' : (of ?? 'case-summary'));
  const [predeterminationId, setPredeterminationId] = useState(
    (chosen ?? asked[0])?.predeterminationId ?? '',
  );
  const [sheetId, setSheetId] = useState(optionSheets.at(-1)?.sheetId ?? '');
  const [chosenLanguage, setLanguage] = useState<string>();
  const [consentId, setConsentId] = useState(patient.consents[0]?.consent.consentId ?? '');
  const [draft, setDraft] = useState<RecipientDraft>(() =>
    recipientOf(forPatients.includes(of) ? 'patient' : 'own-use', view),
  );
  const spoken = draft.recipientKind === 'patient' ? patient.demographics.language : undefined;
  const language = chosenLanguage ?? (spoken === undefined ? i18n.language : nearestLanguage(spoken));
  const offered = asked.length === 0 ? documents : [...documents, 'predetermination' as const];
  const submission = useSubmission(
    useCallback(async () => {
      const named = draft.recipientKind !== 'own-use';
      const path = withQuery(`/api/cases/${caseId}/print`, {
        document,
        language,
        recipientKind: draft.recipientKind,
        recipientName: named ? readText(draft.recipientName, '/recipientName') : undefined,
        partyId: optional(draft.partyId),
        sheetId: document === 'options' ? optional(sheetId) : undefined,
        predeterminationId: document === 'predetermination' ? predeterminationId : undefined,
        consentId: document === 'authorization' ? readText(consentId, '/consentId') : undefined,
      });
      await download(path, `${document}.pdf`);
      toast(t('web.print.saved', { document: t(`web.print.of.${document}`) }));
      // What left is part of the record now.
      await queries.invalidateQueries({ queryKey: ['case', caseId] });
    }, [caseId, queries, t, document, language, sheetId, predeterminationId, consentId, draft]),
  );
  return (
    <Form submission={submission} submitLabel={t('web.print.make')}>
      <TapField
        label={t('web.print.document')}
        value={document}
        onValue={setDocument}
        choices={offered.map((value) => ({ value, label: t(`web.print.of.${value}`) }))}
      />
      {document === 'authorization' && (
        <ChoiceField
          at="/consentId"
          label={t('web.print.consent')}
          empty={t('web.form.choose')}
          value={consentId}
          onValue={setConsentId}
          choices={patient.consents.map(({ consent }) => ({
            value: consent.consentId,
            label: `${word('consentKind', consent.kind)}, ${consent.signer.name}`,
          }))}
        />
      )}
      {document === 'predetermination' && asked.length > 1 && (
        <ChoiceField
          label={t('web.print.of.predetermination')}
          value={predeterminationId}
          onValue={setPredeterminationId}
          choices={asked.map((each) => ({
            value: each.predeterminationId,
            label: `${each.payerName}: ${each.items.map(({ item }) => item.text).join(', ')}`,
          }))}
        />
      )}
      {document === 'options' ? (
        optionSheets.length > 1 && (
          <ChoiceField
            at="/sheetId"
            label={t('web.print.options')}
            value={sheetId}
            onValue={setSheetId}
            choices={optionSheets.map((row) => ({
              value: row.sheetId,
              label: row.versions.at(-1)?.sheet.question ?? row.sheetId,
            }))}
          />
        )
      ) : (
        <TapField
          label={t('web.print.language')}
          value={language}
          onValue={setLanguage}
          choices={[
            { value: 'en', label: 'English' },
            { value: 'es', label: 'Español' },
          ]}
        />
      )}
      <RecipientFields
        kinds={kinds}
        draft={draft}
        change={(part) => setDraft((before) => ({ ...before, ...part }))}
      />
    </Form>
  );
}
