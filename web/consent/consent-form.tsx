import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PatientView } from '#contract/views.ts';
import { consentKinds, dataCategories, purposes, signerAuthorities } from '#domain/consent/consent.ts';
import { isAdult } from '#domain/consent/standing.ts';
import type { Instant } from '#domain/kernel/calendar-date.ts';
import { usePractice } from '../api/practice.ts';
import { DraftForm } from '../case/case-form.tsx';
import { momentAt } from '../contact/timer.ts';
import { usePatientForm } from '../patient/use-patient-form.ts';
import { newId, nowInstant } from '../ui/clock.ts';
import { ChecksField, ChoiceField, DateField, LongTextField, TapField, TextField } from '../ui/fields.tsx';
import { useFormat } from '../ui/format.ts';
import { useChoices, useWord } from '../ui/say.ts';
import {
  contentOf,
  methods,
  newConsent,
  onScreen,
  readConsent,
  recipientChoices,
  statementsToldBy,
  type ConsentDraft,
  type RecipientChoice,
} from './consent-draft.ts';
import type { ConsentFieldsProps } from './consent-fields.ts';
import { ConsentText } from './consent-text.tsx';
import { explainedIn } from './explained-in.ts';
import { PaperFields } from './paper-fields.tsx';
import { SignaturePad } from './signature-pad.tsx';
import { useSpokenDescription } from './use-spoken-description.ts';
import { chooseAuthority, usualSigner } from './usual-signer.ts';

const agreement = 'coordination-agreement';

interface Props {
  readonly patient: PatientView;
  /** Who may receive: the team of the case, the payers. */
  readonly parties: readonly { readonly id: string; readonly name: string }[];
  /** What is to be signed, where the way here says so. */
  readonly kind?: string | undefined;
  readonly onDone: () => void;
}

/** A consent read on screen and signed there, recorded from paper, or given by word where that is enough. */
export function ConsentForm({ patient, parties, kind = agreement, onDone }: Props) {
  const { t, i18n } = useTranslation();
  const word = useWord();
  const { today, timeZone } = useFormat();
  const practice = usePractice();
  const spokenDescription = useSpokenDescription();
  const offered = recipientChoices((name) => word('recipientClass', name), parties);
  const start = {
    practiceName: practice.data?.profile?.name ?? '',
    description: t('web.consent.defaultDescription'),
    today: today(),
    parties: offered,
  };
  const form = usePatientForm({
    patient,
    command: 'record-consent',
    about: 'new',
    initial: newConsent({
      ...start,
      kind,
      consentId: newId(),
      signer: usualSigner(patient, start.today),
      language: explainedIn(patient.demographics.language, i18n.language),
    }),
    build: (draft) => ({
      consent: readConsent(
        { ...draft, description: spokenDescription(draft) },
        offered,
        draft.method === 'signed-on-screen'
          ? nowInstant()
          : notAhead(momentAt(draft.signedOn, '12:00', timeZone)),
      ),
    }),
    done: onDone,
  });
  return (
    <DraftForm form={form} submitLabel={t(`web.consent.submit.${form.draft.method}`)} onCancel={onDone}>
      <KindAndScope
        draft={form.draft}
        change={form.change}
        offered={offered}
        contentOf={(chosen) => contentOf(chosen, start)}
      />
      <ConsentText draft={form.draft} change={form.change} offered={offered} />
      <SignerFields draft={form.draft} change={form.change} patient={patient} />
    </DraftForm>
  );
}

/** A paper names a day and no hour: noon, or now where noon is still to come. */
function notAhead(moment: Instant): Instant {
  const now = nowInstant();
  return moment > now ? now : moment;
}

interface KindAndScopeProps extends ConsentFieldsProps {
  readonly offered: readonly RecipientChoice[];
  readonly contentOf: (kind: string) => Partial<ConsentDraft>;
}

function KindAndScope({ draft, change, offered, contentOf: usualOf }: KindAndScopeProps) {
  const { t } = useTranslation();
  const choices = useChoices();
  const ways = draft.kind === agreement ? methods : methods.slice(0, 2);
  return (
    <>
      <ChoiceField
        at="/consent/kind"
        label={t('web.consent.kind')}
        data-autofocus
        value={draft.kind}
        onValue={(kind) =>
          change({ ...usualOf(kind), ...statementsToldBy(onScreen), kind, method: onScreen })
        }
        choices={choices('consentKind', consentKinds)}
      />
      <TapField
        at="/consent/method"
        label={t('web.consent.method')}
        value={draft.method}
        onValue={(method) => change({ method, ...statementsToldBy(method) })}
        choices={choices('method', ways)}
      />
      <details
        className="more"
        key={draft.method}
        open={draft.method !== onScreen && draft.kind !== agreement}
      >
        <summary>{t('web.consent.scope')}</summary>
        <Stack gap="sm" mt="xs">
          {draft.method !== onScreen && <Text size="sm">{t('web.consent.asOnPaper')}</Text>}
          <LongTextField
            at="/consent/description"
            label={t('web.consent.description')}
            value={draft.description}
            onValue={(description) => change({ description })}
          />
          <ChecksField
            at="/consent/categories"
            label={t('web.consent.categories')}
            values={draft.categories}
            onValues={(categories) => change({ categories })}
            choices={choices('category', dataCategories)}
          />
          <ChecksField
            at="/consent/recipients"
            label={t('web.consent.recipients')}
            values={draft.recipients}
            onValues={(recipients) => change({ recipients })}
            choices={offered.map(({ key, recipient }) => ({ value: key, label: recipient.name }))}
          />
          <TextField
            label={t('web.consent.otherRecipient')}
            value={draft.otherRecipient}
            onValue={(otherRecipient) => change({ otherRecipient })}
          />
          <ChecksField
            at="/consent/purposes"
            label={t('web.consent.purposes')}
            values={draft.purposes}
            onValues={(next) => change({ purposes: next })}
            choices={choices('purpose', purposes)}
          />
          <TextField
            at="/consent/disclosers"
            label={t('web.consent.discloser')}
            value={draft.discloser}
            onValue={(discloser) => change({ discloser })}
          />
        </Stack>
      </details>
      <div className="two-fields">
        <DateField
          at="/consent/expiresOn"
          label={t('web.consent.expiresOn')}
          value={draft.expiresOn}
          onValue={(expiresOn) => change({ expiresOn })}
        />
        <TextField
          at="/consent/expiryEvent"
          label={t('web.consent.expiryEvent')}
          value={draft.expiryEvent}
          onValue={(expiryEvent) => change({ expiryEvent })}
        />
      </div>
    </>
  );
}

function SignerFields({ draft, change, patient }: ConsentFieldsProps & { readonly patient: PatientView }) {
  const { t } = useTranslation();
  const { today } = useFormat();
  const choices = useChoices();
  return (
    <>
      <div className="two-fields">
        <TextField
          at="/consent/signer/name"
          label={t('web.consent.signer')}
          value={draft.signerName}
          onValue={(signerName) => change({ signerName })}
        />
        <ChoiceField
          at="/consent/signer/authority"
          label={t('web.consent.authority')}
          value={draft.authority}
          onValue={(authority) => change(chooseAuthority(authority, draft.authority, patient))}
          choices={choices('authority', signerAuthorities)}
        />
      </div>
      {draft.authority === 'self' && !isAdult(patient.demographics.birthDate, today()) && (
        <Text size="sm" role="note" className="gaps">
          {t('web.consent.minorAlone')}
        </Text>
      )}
      {draft.authority !== 'self' && (
        <TextField
          at="/consent/signer/authorityEvidence"
          label={t('web.consent.authorityEvidence')}
          value={draft.authorityEvidence}
          onValue={(authorityEvidence) => change({ authorityEvidence })}
        />
      )}
      <TextField
        label={t('web.consent.interpreter')}
        value={draft.interpreter}
        onValue={(interpreter) => change({ interpreter })}
      />
      {draft.method === 'signed-on-screen' ? (
        <SignaturePad strokes={draft.strokes} onStrokes={(strokes) => change({ strokes })} />
      ) : (
        <PaperFields draft={draft} change={change} patient={patient} />
      )}
    </>
  );
}
