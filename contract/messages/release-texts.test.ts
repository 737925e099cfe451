import { expect, test } from 'vitest';
import { elementNames } from '#domain/consent/authorization-elements.ts';
import { obstacles } from '#domain/consent/authorization-scope.ts';
import { dataCategories, purposes } from '#domain/consent/consent.ts';
import { releaseOutcomes, releaseWarnings } from '#domain/consent/release-decision.ts';
import { releaseReasons } from '#domain/consent/release-rules.ts';
import { standings } from '#domain/consent/standing.ts';
import en from './en.json' with { type: 'json' };
import es from './es.json' with { type: 'json' };

test('every reason, obstacle, warning and outcome can be said in both languages', () => {
  for (const { release } of [en, es]) {
    expect(Object.keys(release.reason).sort()).toEqual(Object.keys(releaseReasons).sort());
    expect(Object.keys(release.obstacle).sort()).toEqual([...obstacles].sort());
    expect(Object.keys(release.warning).sort()).toEqual([...releaseWarnings].sort());
    expect(Object.keys(release.outcome).sort()).toEqual([...releaseOutcomes].sort());
    expect(Object.keys(release.element).sort()).toEqual([...elementNames].sort());
    expect(Object.keys(release.standing).sort()).toEqual([...standings].sort());
    expect(Object.keys(release.category).sort()).toEqual([...dataCategories].sort());
    expect(Object.keys(release.purpose).sort()).toEqual([...purposes].sort());
  }
});
