import { Type, type Static } from 'typebox';
import { GuidePage } from '#domain/code-guide/guide-page.ts';
import { PayerRulings } from '#domain/code-guide/payer-rulings.ts';

/** What the code guide answers to anybody, signed in or not: our own text only, and no organization's data. */

const inForceSince = Type.Optional(Type.Integer({ description: 'First edition with the code, if known.' }));

const GuideEntry = Type.Object({
  code: GuidePage.properties.code,
  group: GuidePage.properties.group,
  name: GuidePage.properties.name,
  /** What it is for, in one sentence. */
  whatFor: GuidePage.properties.name,
  inForceSince,
});
export type GuideEntry = Static<typeof GuideEntry>;

export const GuideListView = Type.Object({ entries: Type.Array(GuideEntry) });
export type GuideListView = Static<typeof GuideListView>;

/** All pages whole, to be searched where they are read. */
export const GuidePagesView = Type.Object({ pages: Type.Array(GuidePage) });
export type GuidePagesView = Static<typeof GuidePagesView>;

export const GuidePageView = Type.Object({
  page: GuidePage,
  inForceSince,
  /** Every payer of the rulebook, with what its rules say about this code; without rulings nothing is known. */
  payers: Type.Array(PayerRulings),
});
export type GuidePageView = Static<typeof GuidePageView>;
