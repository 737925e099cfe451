import { useTranslation } from 'react-i18next';
import type { SetAsideAnswerView } from '#contract/set-aside.ts';
import { Day } from '../ui/when.tsx';

/** Whom a file of a payer speaks of, as the payer writes them. */
export function AnsweredPersons({ about }: Pick<SetAsideAnswerView, 'about'>) {
  const { t } = useTranslation();
  if (about.length === 0) return null;
  return (
    <ul className="reasons">
      {about.map((person, index) => (
        <li key={index}>
          {[person.lastName, person.firstName].filter((part) => part !== '').join(', ') ||
            t('setAside.nameless')}
          {person.birthDate && (
            <>
              , <Day on={person.birthDate} />
            </>
          )}
          {person.memberId !== '' && `, ${t('setAside.member', { number: person.memberId })}`}
          {person.payerName !== '' && `, ${person.payerName}`}
        </li>
      ))}
    </ul>
  );
}
