import type { BenefitsView, CallQuestionView } from '#contract/benefits.ts';
import type { CaseCommand } from '#contract/commands.ts';
import type { CoordinationSaid, ReadAnswer } from '#domain/coverage/call-answers.ts';
import { notSaid, readCallAnswers, saidNothing } from '#domain/coverage/call-answers.ts';
import { procedureCode } from '#domain/kernel/procedure-code.ts';
import { isRefusal, refuse } from '#domain/kernel/refusal.ts';
import { Refused } from '../api/client.ts';
import { buildLogActivity } from '../contact/build-activity.ts';
import { optional, present, readOptionalDate } from '../ui/reading.ts';
import { hasAnswers, isCall, type CallDraft } from './call-draft.ts';

type Circumstances = Parameters<typeof buildLogActivity>[1];

export interface CallTexts {
  /** Questions and answers of the call in the words of the screen, for the log of contacts. */
  readonly asked: string;
  readonly answered: string;
  readonly note: string;
}

/** The answers as facts; throws a refusal with the place of the field that cannot be taken. */
export function readAnswers(draft: CallDraft, questions: readonly CallQuestionView[]): readonly ReadAnswer[] {
  if (!hasAnswers(draft)) return [];
  const read = readCallAnswers(
    questions.map(({ question }) => question),
    draft.answers,
  );
  if (isRefusal(read)) throw new Refused(read);
  return read;
}

/** One save: the contact with its minutes, the next action, and everything that was said of the plan. */
export function buildCall(
  draft: CallDraft,
  benefits: BenefitsView,
  texts: CallTexts,
  at: Circumstances,
): CaseCommand<'log-activity'> {
  const questions = benefits.questions.map(({ question }) => question);
  const answers = readAnswers(draft, benefits.questions);
  const isContact = isCall(draft) || draft.source === 'portal';
  if (!isContact && texts.note === '') throw new Refused(refuse('call/nothing-read'));
  const contact = buildLogActivity(
    {
      ...draft,
      ...texts,
      isContact,
      route: isCall(draft) ? 'telephone' : 'portal',
      routeValue: isCall(draft) ? (benefits.payerTelephone ?? '') : '',
      reached: isCall(draft) ? draft.reached : 'received',
      disclosed: isContact && hasAnswers(draft) ? draft.disclosed : [],
    },
    at,
  );
  const told = present({
    coverageId: benefits.coverageId,
    source: present({
      kind: draft.source,
      representative: optional(draft.representative),
      reference: optional(draft.reference),
    }),
    learnedAt: contact.activity.time.endedAt,
    goodThrough: readOptionalDate(draft.goodThrough, '/goodThrough'),
  });
  const statements = [
    ...answers.flatMap((answer) => answer.statements),
    ...(hasAnswers(draft) ? saidNothing(questions, draft.answers).map(notSaid) : []),
  ];
  const said = coordinationSaid(answers);
  return present({
    ...contact,
    benefitFacts: said && [
      { ...told, factId: draft.factId, code: procedureCode('D9992'), status: 'unknown' as const, ...said },
    ],
    planAnswers: statements.length === 0 ? undefined : [{ ...told, answerId: draft.answerId, statements }],
  });
}

function coordinationSaid(answers: readonly ReadAnswer[]): CoordinationSaid | undefined {
  const said = Object.assign({}, ...answers.map(({ coordination }) => coordination)) as CoordinationSaid;
  return Object.keys(said).length === 0 ? undefined : said;
}
