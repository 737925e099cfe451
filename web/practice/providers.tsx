import { useTranslation } from 'react-i18next';
import { useWord } from '../ui/say.ts';
import { ListPart } from './list-part.tsx';
import type { PracticePartProps } from './practice-part.ts';
import { ProviderForm } from './provider-form.tsx';

export function Providers({ practice, mayChange }: PracticePartProps) {
  const { t } = useTranslation();
  const word = useWord();
  return (
    <ListPart
      name="providers"
      action="record-provider"
      items={practice.providers}
      idOf={({ providerId }) => providerId}
      mayChange={mayChange}
      show={(provider) => ({
        name: provider.name,
        facts: [
          word('specialty', provider.specialty),
          provider.ours ? t('web.practice.ours') : provider.organization,
          provider.npi === undefined ? t('web.practice.noNpi') : `NPI ${provider.npi}`,
          provider.license,
        ],
      })}
      form={(provider, onDone) => <ProviderForm practice={practice} provider={provider} onDone={onDone} />}
    />
  );
}
