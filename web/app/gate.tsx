import { useQuery } from '@tanstack/react-query';
import { Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';
import { SessionContext, sessionQuery, useWelcome } from '../api/session.ts';
import { ContactDesk } from '../contact/contact-desk.tsx';
import { HandedOver } from '../for-patient/handed-over.tsx';
import { SetUpScreen } from '../set-up/set-up-screen.tsx';
import { SignInScreen } from '../sign-in/sign-in-screen.tsx';
import { Loaded } from '../ui/page.tsx';
import { speak } from './languages.ts';
import { PublicFrame } from './public-frame.tsx';
import { Shell } from './shell.tsx';

/**
 * Everybody passes here: set-up on an empty database, sign-in without a session, the page of a patient who holds the
 * screen, else the screens. The guide is for everybody.
 */
export function Gate() {
  const session = useQuery(sessionQuery);
  // Of the screen that is there, not of the address that it is left for: between them the old one is still in the outlet.
  const isPublic = useRouterState({
    select: ({ matches }) => /^\/guide(\/|$)/.test(matches.at(-1)?.pathname ?? ''),
  });
  const locale = session.data?.locale;
  useEffect(() => {
    if (locale) void speak(locale);
  }, [locale]);
  return (
    <Loaded query={session}>
      {(person) =>
        person === null ? (
          isPublic ? (
            <PublicFrame>
              <Outlet />
            </PublicFrame>
          ) : (
            <Outside />
          )
        ) : (
          <SessionContext value={person}>
            {person.handedOver ? (
              <HandedOver page={person.handedOver} name={person.name} />
            ) : (
              <ContactDesk>
                <Shell>
                  <Outlet />
                </Shell>
              </ContactDesk>
            )}
          </SessionContext>
        )
      }
    </Loaded>
  );
}

function Outside() {
  const welcome = useWelcome();
  return (
    <main className="outside">
      <Loaded query={welcome}>
        {(view) => (view.setUpNeeded ? <SetUpScreen /> : <SignInScreen welcome={view} />)}
      </Loaded>
    </main>
  );
}
