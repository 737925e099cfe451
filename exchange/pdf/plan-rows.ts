import type { CoordinationCase } from '#domain/case/case.ts';
import type { PlanItem, PlanItemStatus } from '#domain/treatment-plan/plan-item.ts';
import type { PdfLanguage } from './pdf-document.ts';
import { withCredential } from './printing.ts';
import { fill, wordsOf } from './words.ts';
import { writtenMoney } from './written-values.ts';

const ended: ReadonlySet<PlanItemStatus> = new Set(['done', 'declined', 'withdrawn']);

/** The steps of a plan in their order, each with its place, person, what comes before it, and state. */
export function planRows(
  items: readonly PlanItem[],
  members: CoordinationCase['members'],
  language: PdfLanguage,
) {
  const words = wordsOf(language);
  const inOrder = [...items].sort((one, other) => one.order - other.order);
  const place = new Map(inOrder.map((item, index) => [item.itemId, index + 1]));
  return inOrder.map((item) => {
    const owner = item.ownerMemberId === undefined ? undefined : members.get(item.ownerMemberId)?.member;
    const before = item.after.flatMap((itemId) => place.get(itemId) ?? []);
    return {
      order: String(place.get(item.itemId) ?? ''),
      itemId: item.itemId,
      text: item.text,
      code: item.code ?? '',
      where: [
        item.tooth ? fill(words.tooth, { tooth: item.tooth }) : undefined,
        item.area ? words.area[item.area] : undefined,
        item.surfaces.length > 0 ? fill(words.surfaces, { surfaces: item.surfaces.join('') }) : undefined,
      ]
        .filter((text) => text !== undefined)
        .join(', '),
      note: item.note ?? '',
      owner: owner ? withCredential(owner) : '',
      ownerOrganization: owner?.organization ?? '',
      after: before.sort((one, other) => one - other).join(', '),
      status: words.planStatus[item.status],
      ready: item.after.length === 0 && !ended.has(item.status),
      over: item.status === 'declined' || item.status === 'withdrawn',
      fee: item.fee === undefined ? '' : writtenMoney(item.fee),
    };
  });
}
