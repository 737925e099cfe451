import { message } from '../kernel/message.ts';
import { procedureCode, type ProcedureCode } from '../kernel/procedure-code.ts';
import { emptyPart, quoted, type Part } from './draft.ts';
import type { Knowledge } from './knowledge.ts';
import { cues } from './definite-cues.ts';
import { anyOf } from './question/plain-words.ts';
import type { ReadQuestion } from './question/read-question.ts';

const patterns = cues.map(({ code, anchors, all, named, open = false }) => ({
  code: procedureCode(code),
  anchors,
  named,
  open,
  all: all.map((group) => anyOf(group)),
}));

/** The statement that settles what is asked; undefined where none does. */
export function definite(knowledge: Knowledge, read: ReadQuestion): Part | undefined {
  const fits = (code: ProcedureCode, named: boolean) =>
    read.codes.includes(code) || (!named && read.codes.length === 0);
  const cue = patterns.find(
    ({ code, named, open, all }) =>
      fits(code, named) && !(open && read.payers.length > 0) && all.every((group) => group.test(read.words)),
  );
  if (!cue) return undefined;
  const statements = knowledge
    .statements(cue.code)
    .filter(({ statement }) => cue.anchors.includes(statement.id));
  if (statements.length === 0) return undefined;
  return {
    ...emptyPart,
    ...quoted(cue.code, statements, 'labeled'),
    status: cue.open ? 'partly' : 'answered',
    codes: [...new Set([...read.codes, cue.code])],
    missing: cue.open ? [message('assistant.missing.payer')] : [],
  };
}
