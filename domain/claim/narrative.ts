import { sumSeconds } from '../activity/seconds.ts';
import type { RecordedActivity } from '../case/case.ts';
import { dayOf } from '../kernel/calendar-date.ts';
import { necessityStatement } from '../necessity/necessity-statement.ts';
import { protectedCategoriesOf, protectedCategoriesOfContact } from '../necessity/protected-evidence.ts';
import type { Dossier } from '../readiness/dossier.ts';
import type { EvidencedSentence } from './claim.ts';
import { fitRemarks } from './remarks.ts';

/** A sentence with the shorter wordings in which it may stand in the remarks. */
interface Told {
  readonly wordings: readonly string[];
  readonly evidence: readonly string[];
}

export interface Narrative {
  readonly sentences: readonly EvidencedSentence[];
  readonly remarks: readonly string[];
}

const longestSentence = 400;

/**
 * The story of the work in English, told from the record alone: every sentence names the events that it rests
 * on, and one without evidence is not told. What rests on specially protected information stays at home.
 */
export function tellNarrative(dossier: Dossier): Narrative {
  const evidenced = [
    timeSpent(dossier),
    ...reasons(dossier),
    ...effects(dossier),
    parties(dossier),
    byDate(dossier),
    agreement(dossier),
    attestation(dossier),
  ].filter(({ evidence }) => evidence.length > 0);
  return {
    sentences: evidenced.map(({ wordings, evidence }) => ({
      text: (wordings[0] ?? '').slice(0, longestSentence),
      evidence: [...evidence],
    })),
    remarks: fitRemarks(evidenced.map(({ wordings }) => wordings)),
  };
}

function timeSpent({ work, lines }: Dossier): Told {
  const minutes = lines.reduce((sum, line) => sum + line.minutes, 0);
  const days = work.map(({ activity }) => activity.serviceDate).sort();
  const [from, through] = [days[0] ?? '', days.at(-1) ?? ''];
  const period = from === through ? `on ${from}` : `${from} to ${through}`;
  const activities = work.length === 1 ? 'one activity' : `${work.length} activities`;
  return {
    wordings: [
      `Care coordination, ${minutes === 1 ? '1 minute' : `${minutes} minutes`} in ${activities}, ${period}.`,
      `Coordination ${minutes} min, ${activities}, ${period}.`,
    ],
    evidence: placesOfWork(work),
  };
}

/** Minutes and seconds a day, exact, without the colon that an 837D cannot carry. Told where days share a line. */
function byDate({ lines, work, seconds }: Dossier): Told {
  if (lines.every((line) => new Set(line.work.map(({ activity }) => activity.serviceDate)).size === 1))
    return { wordings: [], evidence: [] };
  const days = Map.groupBy(work, ({ activity }) => activity.serviceDate);
  const list = [...days]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([day, own]) => {
      const spent = sumSeconds(own.map(({ activity }) => seconds.get(activity.activityId) ?? 0));
      return { day, spent: `${Math.floor(spent / 60)}m${String(spent % 60).padStart(2, '0')}s` };
    });
  return {
    wordings: [
      `Time by date ${list.map(({ day, spent }) => `${day} ${spent}`).join(', ')}.`,
      `Time ${list.map(({ day, spent }) => `${day.slice(5)} ${spent}`).join(', ')}.`,
      `Time on ${list.length} dates; log on request.`,
    ],
    evidence: placesOfWork(work),
  };
}

/** Whom a contact was with may give away what it was about: contacts that told protected information name nobody. */
function parties({ work, state }: Dossier): Told {
  const open = work.filter((recorded) => !toldProtected(recorded, state));
  const told = new Map<string, string>();
  for (const { activity } of open)
    for (const party of activity.contact?.parties ?? []) {
      const member = party.memberId === undefined ? undefined : state.members.get(party.memberId)?.member;
      const what = member?.specialty ?? party.role ?? party.kind;
      if (party.kind === 'provider' || party.kind === 'facility' || party.kind === 'payer')
        told.set(party.name, what.replaceAll('-', ' '));
    }
  const names = [...told];
  if (names.length === 0) return { wordings: [], evidence: [] };
  const kinds = [...new Set(names.map(([, what]) => what))];
  return {
    wordings: [
      `Coordinated with ${names.map(([name, what]) => `${name} (${what})`).join(', ')}.`,
      `With ${names.map(([name]) => name).join(', ')}.`,
      `With ${kinds.join(', ')}.`,
    ],
    evidence: placesOfWork(open.filter(({ activity }) => activity.contact !== undefined)),
  };
}

function reasons({ state, patient }: Dossier): readonly Told[] {
  return necessityStatement(state, patient)
    .sentences.filter(({ factorId }) => {
      const factor = state.factors.get(factorId)?.factor;
      return factor !== undefined && protectedCategoriesOf(factor, { ...state, patient }).length === 0;
    })
    .map(({ text, short, evidence }) => ({ wordings: [text, short], evidence }));
}

function toldProtected({ activity }: RecordedActivity, { activities }: Dossier['state']): boolean {
  return protectedCategoriesOfContact(activity.contact, activities).length > 0;
}

function effects({ work, state }: Dossier): readonly Told[] {
  const effectOf = ({ activity }: RecordedActivity) =>
    activity.contact?.effectOnPlan.trim().replace(/[.\s]+$/, '') ?? '';
  const told = work.filter((recorded) => !toldProtected(recorded, state) && effectOf(recorded) !== '');
  return [...Map.groupBy(told, effectOf)].map(([effect, own]) => ({
    wordings: [`Plan: ${effect}.`],
    evidence: placesOfWork(own),
  }));
}

function agreement({ patient, work, timeZone }: Dossier): Told {
  const positions = new Set(
    work.flatMap(({ reliedOn }) =>
      reliedOn.filter((each) => each.as === 'coordination-agreement').map((each) => each.position),
    ),
  );
  const agreed = [...patient.consents.values()].filter(
    ({ position, consent }) => consent.kind === 'coordination-agreement' && positions.has(position),
  );
  const [first] = agreed;
  if (!first) return { wordings: [], evidence: [] };
  return {
    wordings: [`Patient agreed to coordination on ${dayOf(first.consent.signedAt, timeZone)}.`],
    evidence: agreed.map(({ position }) => `patient#${position}`),
  };
}

function attestation({ state, timeZone }: Dossier): Told {
  const last = state.attestations.at(-1);
  if (!last) return { wordings: [], evidence: [] };
  return {
    wordings: [`Attested by ${last.who.name} on ${dayOf(last.recordedAt, timeZone)}.`],
    evidence: [`case#${last.position}`],
  };
}

function placesOfWork(work: readonly RecordedActivity[]): readonly string[] {
  return work.map(({ position }) => `case#${position}`);
}
