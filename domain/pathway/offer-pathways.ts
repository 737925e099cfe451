import type { Accommodation } from '../patient/patient-events.ts';
import type { Pathway } from './pathway.ts';
import { itemsOfStep, type PathwayItem } from './step-items.ts';

/** What a case has for a pathway to match. */
export interface PathwayMatter {
  /** ICD-10-CM codes of active conditions, with the dot. */
  readonly diagnoses: readonly string[];
  /** Names of medications as recorded. */
  readonly medications: readonly string[];
  readonly needs: readonly Accommodation['kind'][];
  readonly items: readonly PathwayItem[];
}

export interface PathwayOffer {
  readonly pathway: Pathway;
  /** What of the case matched, as it is written there; of steps, their names within the pathway. */
  readonly because: readonly { readonly kind: OfferReason; readonly what: readonly string[] }[];
}

export const offerReasons = ['diagnosis', 'medication', 'need', 'modality', 'steps'] as const;
type OfferReason = (typeof offerReasons)[number];

/** The pathways that match a case, each with what matched. An offer constrains nothing until somebody applies it. */
export function offerPathways(pathways: Iterable<Pathway>, matter: PathwayMatter): readonly PathwayOffer[] {
  return [...pathways]
    .map((pathway) => ({ pathway, because: reasonsOf(pathway, matter) }))
    .filter(({ because }) => because.length > 0);
}

function reasonsOf(pathway: Pathway, matter: PathwayMatter): PathwayOffer['because'] {
  const { diagnoses = [], medications = [], needs = [], modalities = [], steps = [] } = pathway.offeredWhen;
  const because = (kind: OfferReason, found: readonly string[]) =>
    [...new Set(found)].map((what) => ({ kind, what: [what] }));
  return [
    ...because(
      'diagnosis',
      matter.diagnoses.filter((code) => diagnoses.some((beginning) => code.startsWith(beginning))),
    ),
    ...because(
      'medication',
      matter.medications.filter((name) => medications.some((word) => name.toLowerCase().includes(word))),
    ),
    ...because(
      'need',
      matter.needs.filter((need) => needs.includes(need)),
    ),
    ...because(
      'modality',
      matter.items.map(({ modality }) => modality).filter((modality) => modalities.includes(modality)),
    ),
    ...steps
      .filter((group) => group.every((step) => itemsOfStep(pathway, step, matter.items).length > 0))
      .map((what) => ({ kind: 'steps' as const, what })),
  ];
}
