import { useSession } from '../api/session.ts';
import { useMay } from '../case/may.ts';
import type { ActivityRow } from './activity-row.ts';

/** Entries are signed, amended and withdrawn by their author only. */
export function useMayChangeEntry(): (row: ActivityRow) => boolean {
  const may = useMay();
  const { staffId } = useSession();
  return ({ activity, withdrawn }) => !withdrawn && activity.staffId === staffId && may('amend-activity');
}
