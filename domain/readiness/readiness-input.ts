import type { CodedWork } from '../activity/overlaps.ts';
import type { CoordinationCase } from '../case/case.ts';
import type { PastService } from '../coverage/coverage-question.ts';
import type { Instant } from '../kernel/calendar-date.ts';
import type { Patient } from '../patient/patient.ts';
import type { Practice } from '../practice/practice.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';

/** Everything that the readiness of a case depends on, as values. */
export interface ReadinessInput {
  readonly state: CoordinationCase;
  readonly patient: Patient;
  readonly practice: Practice;
  readonly rulebook: Rulebook;
  readonly now: Instant;
  /** What the same people did in other cases on the same days, for any patient. */
  readonly otherWork: readonly CodedWork[];
  /** What was billed for the patient in other cases. */
  readonly history: readonly PastService[];
  /** The coverage to bill; absent: the one that is asked first on the day of completion. */
  readonly coverageId?: string;
  /** The claim that a replacement takes the place of: its work counts as not yet claimed. */
  readonly replacesClaimId?: string;
}
