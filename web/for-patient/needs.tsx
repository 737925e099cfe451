import { useTranslation } from 'react-i18next';
import type { OptionsForPatient } from '#contract/for-patient.ts';
import { useWord } from '../ui/say.ts';

/** What is done about the patient's needs; where nothing was written yet, what they told. */
export function Needs({ needs }: Pick<OptionsForPatient, 'needs'>) {
  const { t } = useTranslation();
  const word = useWord();
  if (needs.length === 0) return null;
  return (
    <section>
      <h2>{t('forPatient.needs.title')}</h2>
      <ul>
        {needs.map(({ kind, need, accommodation }) => (
          <li key={`${kind} ${need}`}>
            <strong>{word('need', kind)}.</strong>{' '}
            {accommodation === '' ? t('forPatient.needs.asked', { need }) : accommodation}
          </li>
        ))}
      </ul>
    </section>
  );
}
