import type { Deciding } from '#domain/case/deciding.ts';
import type { Archway } from '../archway.ts';
import type { Person } from '../http/signed-in.ts';
import type { Writing } from '../record/record.ts';

/** What a command of a case works with. */
export interface CaseWork {
  readonly archway: Archway;
  readonly person: Person;
  readonly writing: Writing;
  readonly deciding: Deciding;
}
