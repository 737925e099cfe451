import type { Activity } from '#domain/activity/activity.ts';
import { isNeverService } from '#domain/activity/service-seconds.ts';
import type { Claim } from '#domain/claim/claim.ts';
import { standingClaims } from '#domain/claim/standing-claims.ts';
import type { Stamp } from '#domain/audit/event.ts';

interface Entry {
  readonly activity: Activity;
  readonly withdrawn?: { readonly reason: string } | undefined;
}

/** What of a case, as its screens have it, tells which entries a code may be decided for. */
interface Decided {
  readonly activities: readonly Entry[];
  readonly claims: readonly {
    readonly claim: Claim;
    readonly withdrawn?: (Stamp & { readonly reason: string }) | undefined;
  }[];
  readonly codeDecisions: readonly {
    readonly decision: { readonly code: string; readonly activityIds: readonly string[] };
  }[];
}

interface View extends Decided {
  readonly codeProposal: {
    readonly code: string;
    readonly groups: readonly { readonly code: string; readonly activityIds: readonly string[] }[];
  };
}

/** Ids of the entries that standing claims hold. */
function claimedIn({ claims }: Decided): ReadonlySet<string> {
  return new Set(
    standingClaims(claims).flatMap(({ claim }) => claim.lines.flatMap(({ activityIds }) => activityIds)),
  );
}

/** The code that was last decided for an entry. */
function decidedFor({ codeDecisions }: Decided, activityId: string): string | undefined {
  return codeDecisions.findLast(({ decision }) => decision.activityIds.includes(activityId))?.decision.code;
}

/** The entries that a code can be decided for, and how many others there are and why. */
export function entriesFor(view: Decided, code: string) {
  const claimed = claimedIn(view);
  const standing = view.activities.filter(({ withdrawn }) => !withdrawn);
  const free = standing.filter(({ activity }) => !claimed.has(activity.activityId));
  const possible = free.filter((entry) => code === 'none' || !isNeverService(entry));
  return {
    entries: possible,
    claimed: standing.length - free.length,
    neverService: free.length - possible.length,
  };
}

/**
 * Those that the form ticks by itself: what the proposal groups under the code; where it groups nothing there, what it
 * groups under the code that it proposes. What a person decided otherwise stays as it was decided.
 */
export function proposedEntries(view: View, code: string): readonly string[] {
  const { groups, code: proposed } = view.codeProposal;
  const group = groups.find((each) => each.code === code) ?? groups.find((each) => each.code === proposed);
  return entriesFor(view, code).entries.flatMap(({ activity: { activityId } }) => {
    const decided = decidedFor(view, activityId);
    const grouped = group?.activityIds.includes(activityId) === true;
    return grouped && (decided === undefined || decided === code) ? [activityId] : [];
  });
}

/** Entries that may be service, are on no claim, and for which nobody decided a code yet. */
export function undecidedEntries(view: Decided): readonly Entry[] {
  const claimed = claimedIn(view);
  return view.activities.filter(
    (entry) =>
      !isNeverService(entry) &&
      !claimed.has(entry.activity.activityId) &&
      decidedFor(view, entry.activity.activityId) === undefined,
  );
}
