import { useTranslation } from 'react-i18next';
import { callSources, type BenefitFact } from '#domain/coverage/benefit-fact.ts';
import { ChoiceField, TextField } from '../ui/fields.tsx';
import { optional, present, readWord } from '../ui/reading.ts';
import { useChoices } from '../ui/say.ts';

/** A predetermination has a form of its own. */
const sources = [...callSources, '271', 'assumption'] as const;

export interface SourceDraft {
  readonly source: string;
  readonly representative: string;
  readonly reference: string;
}

export const newSource: SourceDraft = { source: 'telephone-call', representative: '', reference: '' };

interface Props {
  readonly draft: SourceDraft;
  readonly change: (part: Partial<SourceDraft>) => void;
  /** The place of the source in what is sent. */
  readonly at: string;
}

/** How it is known, and what shows later that it was said: nobody has to be named for a card. */
export function SourceFields({ draft, change, at }: Props) {
  const { t } = useTranslation();
  const choices = useChoices();
  return (
    <>
      <ChoiceField
        at={`${at}/kind`}
        label={t('web.fact.source')}
        value={draft.source}
        onValue={(source) => change({ source })}
        choices={choices('factSource', sources)}
      />
      <div className="two-fields">
        {draft.source === 'telephone-call' && (
          <TextField
            at={`${at}/representative`}
            label={t('web.fact.representative')}
            value={draft.representative}
            onValue={(representative) => change({ representative })}
          />
        )}
        <TextField
          at={`${at}/reference`}
          label={t(draft.source === 'telephone-call' ? 'web.fact.reference' : 'call.referenceRead')}
          value={draft.reference}
          onValue={(reference) => change({ reference })}
        />
      </div>
    </>
  );
}

export function readSource(draft: SourceDraft, at: string): BenefitFact['source'] {
  return present({
    kind: readWord(sources, draft.source, `${at}/kind`),
    representative: draft.source === 'telephone-call' ? optional(draft.representative) : undefined,
    reference: optional(draft.reference),
  });
}
