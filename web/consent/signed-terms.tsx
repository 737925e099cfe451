import { useTranslation } from 'react-i18next';
import { consentElements, type ConsentTerms } from '#domain/consent/consent-elements.ts';
import { consentKinds, dataCategories, purposes } from '#domain/consent/consent.ts';
import { parseCalendarDate } from '#domain/kernel/calendar-date.ts';
import type { Message } from '#domain/kernel/message.ts';
import { isRefusal } from '#domain/kernel/refusal.ts';
import { useFormatIn } from '../ui/format.ts';
import { optional, present } from '../ui/reading.ts';
import { chosenRecipients, type ConsentDraft, type RecipientChoice } from './consent-draft.ts';
import { useSpokenDescription } from './use-spoken-description.ts';

interface Props {
  readonly draft: ConsentDraft;
  readonly offered: readonly RecipientChoice[];
  /** The signer's. */
  readonly language: 'en' | 'es';
}

/** What is shared, by whom, with whom, why and until when: whoever signs reads it above the signature. */
export function SignedTerms({ draft, offered, language }: Props) {
  const { i18n } = useTranslation();
  const spoken = i18n.getFixedT(language);
  const { date } = useFormatIn(language);
  const spokenDescription = useSpokenDescription();
  const terms = termsOf({ ...draft, description: spokenDescription(draft) }, offered);
  const say = (words: Message | string) => {
    if (typeof words === 'string') return words;
    const { date: day, ...rest } = words.params;
    return spoken(words.id, typeof day === 'string' ? { ...rest, date: date(day) } : rest);
  };
  return (
    <dl className="signed-terms">
      {consentElements(terms, false).map(({ name, values, note }) => (
        <div key={name.id}>
          <dt>{say(name)}</dt>
          {values.map(({ words, isGroup }) => {
            const text = say(words);
            return (
              <dd key={text}>
                {isGroup === true ? spoken('pdf.authorization.toClass', { name: text }) : text}
              </dd>
            );
          })}
          {note && <dd className="signed-note">{say(note)}</dd>}
        </div>
      ))}
    </dl>
  );
}

/** The form as it stands, a day that is half typed left out. */
function termsOf(draft: ConsentDraft, offered: readonly RecipientChoice[]): ConsentTerms {
  const discloser = optional(draft.discloser);
  const end = parseCalendarDate(draft.expiresOn);
  return present({
    consentId: draft.consentId,
    kind: consentKinds.find((kind) => kind === draft.kind) ?? 'hipaa-authorization',
    disclosers: discloser === undefined ? [] : [discloser],
    recipients: chosenRecipients(draft, offered),
    categories: dataCategories.filter((category) => draft.categories.includes(category)),
    description: draft.description.trim(),
    purposes: purposes.filter((purpose) => draft.purposes.includes(purpose)),
    expiresOn: isRefusal(end) ? undefined : end,
    expiryEvent: optional(draft.expiryEvent),
  });
}
