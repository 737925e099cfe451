import type { Message, PatientView, SaidOfPlanView } from '#contract/views.ts';

/** What may be taken back: one statement of a plan, or a benefit fact as a whole. */
export interface Withdrawable {
  readonly coverageId: string;
  readonly recordId: string;
  readonly subject: string | undefined;
  readonly said: SaidOfPlanView | undefined;
  readonly fact: Message | undefined;
}

const separator = ':';

/** The subject of the address of a withdrawal. */
export function withdrawalAddress(recordId: string, subject?: string): string {
  return subject === undefined ? recordId : `${recordId}${separator}${subject}`;
}

/** What an address names; undefined where it is not there, or no longer. */
export function withdrawableAt(
  { plans, benefitFacts }: Pick<PatientView, 'plans' | 'benefitFacts'>,
  address: string,
): Withdrawable | undefined {
  const [recordId = '', subject] = address.split(separator);
  const fact = benefitFacts.find(({ factId }) => factId === recordId);
  if (fact)
    return {
      coverageId: fact.coverageId,
      recordId,
      subject: undefined,
      said: undefined,
      fact: {
        id: `planStatement.status.${fact.status}`,
        params: { about: fact.code, code: fact.bundledInto ?? '' },
      },
    };
  for (const plan of plans) {
    const said = everythingSaid(plan).find((each) => each.recordId === recordId && each.subject === subject);
    if (said) return { coverageId: plan.coverageId, recordId, subject, said, fact: undefined };
  }
  return undefined;
}

function everythingSaid(plan: PatientView['plans'][number]): readonly SaidOfPlanView[] {
  return [
    ...plan.subjects.flatMap(({ followed, contrary, assumed }) => [
      ...(followed ? [followed] : []),
      ...contrary,
      ...assumed,
    ]),
    ...plan.unanswered,
    ...plan.outOfDate,
  ];
}
