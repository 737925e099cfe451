import { useTranslation } from 'react-i18next';
import type { Holder } from '#domain/worklist/task.ts';
import { usePractice } from '../api/practice.ts';
import { useCaseView } from '../case/case-context.tsx';
import { whoMends } from '../claim/mend-target.ts';

/** A task that asks somebody to close a gap of the case. */
export interface AskedFor {
  readonly about: string;
  readonly title: string;
  /** One of us who may do it, first of all somebody who is on the team. */
  readonly holder: Holder | undefined;
}

/** What the readiness check of this name asks for; `loading` while it is not known yet who works here. */
export function useAskedFor(checkId: string | undefined): {
  readonly asked: AskedFor | undefined;
  readonly loading: boolean;
} {
  const { t } = useTranslation();
  const { readiness, members } = useCaseView();
  const practice = usePractice();
  const mend = readiness.checks.find((check) => check.checkId === checkId)?.mend;
  if (checkId === undefined || mend === undefined) return { asked: undefined, loading: false };
  const roles = whoMends(mend);
  const able = (practice.data?.staff ?? []).filter(({ active, role }) => active && roles.includes(role));
  const chosen = able.find(({ name }) => members.some(({ member }) => member.name === name)) ?? able[0];
  return {
    asked: {
      about: checkId,
      title: t(`readiness.${checkId}.title`),
      holder: chosen && { kind: 'staff', id: chosen.staffId, name: chosen.name },
    },
    loading: practice.isPending,
  };
}
