import { Button } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { participantKinds } from '#domain/decision/patient-decision.ts';
import { ChoiceField, TextField } from '../ui/fields.tsx';
import { useChoices } from '../ui/say.ts';
import type { DecisionDraft } from './decision-draft.ts';

interface ParticipantsProps {
  readonly tookPart: DecisionDraft['tookPart'];
  readonly onTookPart: (tookPart: DecisionDraft['tookPart']) => void;
}

/** Who was there: the patient, who helps them, and who of the staff. */
export function Participants({ tookPart, onTookPart }: ParticipantsProps) {
  const { t } = useTranslation();
  const choices = useChoices();
  const put = (index: number, part: Partial<DecisionDraft['tookPart'][number]>) =>
    onTookPart(tookPart.map((each, place) => (place === index ? { ...each, ...part } : each)));
  return (
    <fieldset className="plain-fieldset">
      <legend>{t('web.decision.participant')}</legend>
      {tookPart.map(({ kind, name }, index) => (
        <div key={index} className="participant">
          <TextField
            at={`/decision/tookPart/${index}/name`}
            label={t('web.decision.participantName')}
            value={name}
            onValue={(value) => put(index, { name: value })}
          />
          <ChoiceField
            at={`/decision/tookPart/${index}/kind`}
            label={t('web.decision.kind')}
            value={kind}
            onValue={(value) => put(index, { kind: value })}
            choices={choices('participant', participantKinds)}
          />
          {tookPart.length > 1 && (
            <Button
              variant="default"
              aria-label={`${t('web.decision.removeParticipant')}: ${name}`}
              onClick={() => onTookPart(tookPart.filter((_, place) => place !== index))}
            >
              <IconTrash size={18} aria-hidden />
            </Button>
          )}
        </div>
      ))}
      <Button
        variant="default"
        size="compact-md"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => onTookPart([...tookPart, { kind: 'caregiver', name: '' }])}
      >
        {t('web.decision.addParticipant')}
      </Button>
    </fieldset>
  );
}
