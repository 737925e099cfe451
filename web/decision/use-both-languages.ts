import { useEffect, useState } from 'react';
import { ensureTexts } from '../app/languages.ts';

/** Whether the texts of both languages are here: what is suggested to a patient may be in either. */
export function useBothLanguages(): boolean {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    let waited = true;
    void Promise.all([ensureTexts('en'), ensureTexts('es')]).then(() => {
      if (waited) setReady(true);
    });
    return () => {
      waited = false;
    };
  }, []);
  return ready;
}
