import { message } from '../kernel/message.ts';
import type { Tooth } from '../kernel/tooth.ts';
import type { Place, Service } from './accumulators.ts';
import { archOfCode } from './arch-of-code.ts';
import type { Line, Plan } from './estimate-request.ts';
import type { FactOf } from './plan-facts.ts';
import { askWhether, type Ask } from './unknown.ts';

export type CountedBy = Exclude<FactOf<'frequency'>['per'], 'not-said'>;

/** From the widest to the narrowest. */
export const countedBy = ['mouth', 'arch', 'quadrant', 'tooth'] as const satisfies readonly CountedBy[];

/** What two services have to share, from the widest. */
const levels: Readonly<Record<CountedBy, readonly CountedBy[]>> = {
  mouth: [],
  arch: ['arch'],
  quadrant: ['arch', 'quadrant'],
  tooth: ['arch', 'quadrant', 'tooth'],
};

/** Whether two services are at one place as a limit counts places; perhaps where one of them does not say. */
export function samePlace(per: CountedBy, one: Place, other: Place): 'yes' | 'no' | 'perhaps' {
  if (per === 'mouth' || isWholeMouth(one) || isWholeMouth(other)) return 'yes';
  for (const level of levels[per]) {
    const [here, there] = [placeOf(level, one), placeOf(level, other)];
    if (here === undefined || there === undefined) return 'perhaps';
    if (here !== there) return 'no';
  }
  return 'yes';
}

/**
 * Whether a service counts where a line is done. One of which nobody recorded the place is asked for: it was elsewhere,
 * or at one of the places of the lines. A line that does not say where it is done has a place of its own, or one where
 * others were.
 */
export function isHere(per: CountedBy, service: Service, line: Line, plan: Plan, ask: Ask): boolean {
  const same = samePlace(per, service, line);
  if (same !== 'perhaps') return same === 'yes';
  if (!isPlaced(per, line)) return !hasOwnPlace(line, ask);
  const { code, date, key, lineId } = service;
  if (lineId !== undefined) return !hasOwnPlace({ lineId, code }, ask);
  const said = message('estimate.unknown.placeOfService', { plan: plan.name, code, date });
  const places = possiblePlaces(per, service);
  const here = places.indexOf(placeOf(per, line));
  // Of several services told together each may have been anywhere.
  if (here < 0 || service.quantity > 1) return !askWhether(ask, `${plan.planId} ${key} ${per}`, said);
  return (
    ask({ key: `${plan.planId} place of ${key} ${per}`, said, candidates: places.length + 1 }) === here + 1
  );
}

/** Whether it is known where a line is done, as a limit counts places. */
export function isPlaced(per: CountedBy, line: Place): boolean {
  return per === 'mouth' || isWholeMouth(line) || placeOf(per, line) !== undefined;
}

export function hasOwnPlace({ lineId, code }: Pick<Line, 'lineId' | 'code'>, ask: Ask): boolean {
  return askWhether(ask, `${lineId} place`, message('estimate.unknown.placeOfLine', { code }));
}

function possiblePlaces(per: CountedBy, service: Service): readonly (string | undefined)[] {
  const possible = service.mayBeAt.filter(
    (place) => isPlaced(per, place) && samePlace(per, service, place) !== 'no',
  );
  return [...new Set(possible.map((place) => placeOf(per, place)))];
}

function isWholeMouth({ tooth, area }: Place): boolean {
  return tooth === undefined && area === '00';
}

function placeOf(per: CountedBy, { code, tooth, area }: Place): string | undefined {
  if (per === 'mouth') return 'mouth';
  if (per === 'tooth') return tooth;
  const quadrant = tooth === undefined ? quadrants.find((known) => known === area) : quadrantOf(tooth);
  if (per === 'quadrant') return quadrant;
  if (area === '01' || area === '02') return area;
  if (quadrant === undefined) return archOfCode(code);
  return quadrant === '10' || quadrant === '20' ? '01' : '02';
}

const quadrants = ['10', '20', '30', '40'] as const;

/** Upper right, upper left, lower left, lower right, in the order in which teeth are numbered. */
function quadrantOf(tooth: Tooth): (typeof quadrants)[number] {
  const letter = /^[A-T]/.exec(tooth)?.[0];
  const index =
    letter === undefined
      ? Math.floor(((Number(tooth) > 50 ? Number(tooth) - 50 : Number(tooth)) - 1) / 8)
      : Math.floor((letter.charCodeAt(0) - 65) / 5);
  return quadrants[index] ?? '40';
}
