import type { ContactPoint } from '#domain/practice/practice-events.ts';
import { useFormat } from './format.ts';
import { useWord } from './say.ts';

const schemes: Readonly<Record<string, string>> = {
  telephone: 'tel:',
  'text-message': 'sms:',
  email: 'mailto:',
};

/** Numbers and addresses; those that the device can call or write to are links. */
export function ContactPoints({ contacts }: { readonly contacts: readonly ContactPoint[] }) {
  const format = useFormat();
  const word = useWord();
  return (
    <ul className="contact-points">
      {contacts.map(({ route, value }) => {
        const scheme = schemes[route];
        return (
          <li key={`${route}${value}`}>
            <span className="visually-hidden">{word('route', route)} </span>
            {scheme === undefined ? (
              <span>
                {word('route', route)} {format.telephone(value)}
              </span>
            ) : (
              <a href={`${scheme}${value}`} className="telephone">
                {format.telephone(value)}
              </a>
            )}
          </li>
        );
      })}
    </ul>
  );
}
