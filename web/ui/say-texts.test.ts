import i18next from 'i18next';
import { expect, test } from 'vitest';
import en from '#contract/messages/en.json' with { type: 'json' };
import es from '#contract/messages/es.json' with { type: 'json' };
import { say } from '#contract/say.ts';

/** Screens say the texts by i18next, everything else by `say`: both say the same, whatever the number. */
const catalogs = { en, es };

function pathsOf(node: object, path = ''): string[] {
  return Object.entries(node).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null ? pathsOf(value, `${path}${key}.`) : [`${path}${key}`],
  );
}

test.each(['en', 'es'] as const)(
  '%s: the texts with numbers, and those with dots in their names, read alike on screen and elsewhere',
  async (lng) => {
    const screens = i18next.createInstance();
    await screens.init({
      lng,
      resources: { [lng]: { translation: catalogs[lng] } },
      nsSeparator: false,
      interpolation: { escapeValue: false },
    });
    const numbered = pathsOf(catalogs[lng]).filter((path) =>
      /_(one|other)$|readiness\.|coverage\.limit|minutes\.|^pdf\.event\./.test(path),
    );
    expect(numbered.length).toBeGreaterThan(100);
    const ids = new Set(numbered.map((path) => path.replace(/_(one|other)$/, '')));
    for (const number of [0, 1, 2, 21]) {
      const names = [
        'count',
        'minutes',
        'days',
        'times',
        'lines',
        'providers',
        'specialties',
        'settings',
        'payers',
      ];
      const params = Object.fromEntries(names.map((name) => [name, number]));
      for (const id of ids) {
        const elsewhere = say(lng, { id, params });
        // A gap without a value is left by the one and emptied by the other: such texts tell nothing here.
        if (elsewhere.includes('{{') || elsewhere.includes('$t(')) continue;
        expect([id, number, screens.t(id, params)]).toEqual([id, number, elsewhere]);
      }
    }
  },
);
