import type { PatientView } from '#contract/views.ts';
import type { Instant } from '#domain/kernel/calendar-date.ts';

type Row = {
  readonly consent: Pick<PatientView['consents'][number]['consent'], 'kind'>;
  readonly revocation?: { readonly receivedAt: Instant };
  readonly active: boolean;
  readonly missing: readonly unknown[];
};

/** When the patient took the agreement to coordination back; undefined where one counts, or none was ever taken back. */
export function agreementTakenBack(consents: readonly Row[]): Instant | undefined {
  const agreements = consents.filter(({ consent }) => consent.kind === 'coordination-agreement');
  if (agreements.some(({ active, missing }) => active && missing.length === 0)) return undefined;
  return agreements
    .flatMap(({ revocation }) => revocation?.receivedAt ?? [])
    .toSorted()
    .at(-1);
}
