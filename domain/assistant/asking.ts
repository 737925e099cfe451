import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { ProcedureCode } from '../kernel/procedure-code.ts';
import { guidesOwnCode } from './about-code.ts';
import type { CaseFacts } from './about-case.ts';
import type { AnswerLanguage } from './question/language.ts';
import type { ReadQuestion } from './question/read-question.ts';

/** What is known besides the words: the day of asking, where the page is, in which language the screen is. */
export interface Asking {
  readonly today: CalendarDate;
  /** The code of the page that the question was asked on. */
  readonly pageCode?: ProcedureCode;
  readonly language?: AnswerLanguage;
  /** Codes of the list that the practice licenses. */
  readonly listed?: ReadonlySet<string>;
  /** The case that the question is asked on. */
  readonly onCase?: CaseFacts;
}

/** The codes that are meant: named by number, else by their work, else the page's, else the guide's own. */
export function codesMeant(read: ReadQuestion, asking: Asking): readonly ProcedureCode[] {
  if (read.codes.length > 0)
    return read.topics.has('difference') && read.codes.length === 1 && read.unknownCodes.length === 0
      ? [...new Set([...read.codes, ...read.work.slice(0, 1)])]
      : read.codes;
  if (read.work.length > 0) return read.work.slice(0, 2);
  return [asking.pageCode ?? guidesOwnCode];
}
