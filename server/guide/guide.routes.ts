import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import { GuideListView, GuidePagesView, GuidePageView, type GuideEntry } from '#contract/guide-views.ts';
import { RefusalView } from '#contract/views.ts';
import { mainCode, type GuidePage } from '#domain/code-guide/guide-page.ts';
import { payerRulings } from '#domain/code-guide/payer-rulings.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Rulebook } from '#domain/rulebook/rulebook.ts';
import type { Archway } from '../archway.ts';
import { RefusedRequest } from '../http/errors.ts';
import type { App } from '../http/fastify.ts';

/** The guide serves people who are not signed in; nothing here reads the database. */
const open: [] = [];

export function guideRoutes(app: App, { rulebook }: Archway): void {
  const pages = [...rulebook.guide.values()].sort(mainCodeFirst);
  const payers = [...rulebook.payers.values()].sort((one, other) => (one.name < other.name ? -1 : 1));

  app.get('/api/guide', { schema: { security: open, response: { 200: GuideListView } } }, (_, reply) => {
    cacheable(reply);
    return { entries: pages.map((page) => entryOf(rulebook, page)) };
  });

  app.get(
    '/api/guide/pages',
    { schema: { security: open, response: { 200: GuidePagesView } } },
    (_, reply) => {
      cacheable(reply);
      return { pages };
    },
  );

  app.get(
    '/api/guide/:code',
    {
      schema: {
        security: open,
        params: Type.Object({ code: Type.String({ maxLength: 20 }) }),
        response: { 200: GuidePageView, '4xx': RefusalView },
      },
    },
    ({ params }, reply) => {
      const page = rulebook.guide.get(params.code.toUpperCase());
      if (!page) throw new RefusedRequest(refuse('absent/guide-page', { code: params.code }));
      cacheable(reply);
      return {
        page,
        ...inForceSince(rulebook, page),
        payers: payers.map((payer) => payerRulings(payer, page.code)),
      };
    },
  );
}

function mainCodeFirst({ code: one }: GuidePage, { code: other }: GuidePage): number {
  if (one === mainCode) return -1;
  return other === mainCode || one > other ? 1 : -1;
}

/** The same for everybody until the program is replaced, so caches on the way may keep it for a while. */
function cacheable(reply: FastifyReply): void {
  void reply.header('cache-control', 'public, max-age=300');
}

function entryOf(rulebook: Rulebook, page: GuidePage): GuideEntry {
  const { code, group, name, sections } = page;
  return { code, group, name, whatFor: sections.whatFor[0]?.text ?? name, ...inForceSince(rulebook, page) };
}

function inForceSince({ codeSets }: Rulebook, { code }: GuidePage): { readonly inForceSince?: number } {
  const since = codeSets.find(({ codeSet }) => codeSet === 'cdt')?.inForceSince.get(code);
  return since === undefined ? {} : { inForceSince: since };
}
