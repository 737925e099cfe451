import { Type, type Static } from 'typebox';
import { inBothLanguages } from '../kernel/both-languages.ts';
import { procedureCode } from '../kernel/procedure-code.ts';
import { oneOf, ProcedureCodeSchema } from '../kernel/schema.ts';
import { ruleMarks, RuleSource } from '../rulebook/rule.ts';

/** The code that the guide is about: a question that names none is more likely about it than about a neighbor. */
export const mainCode = procedureCode('D9992');

/** How the list of codes is grouped. */
export const guideGroups = ['coordination', 'consultation', 'teledentistry', 'evaluation-and-other'] as const;

function closed<const Members extends Parameters<typeof Type.Object>[0]>(members: Members) {
  return Type.Object(members, { additionalProperties: false });
}

const Text = inBothLanguages(900);

/** Anchor on the page, and last part of a citation: it stays when the words change. */
const AnchorSchema = Type.String({ pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$', maxLength: 60 });

const statementMembers = {
  id: AnchorSchema,
  text: Text,
  source: RuleSource,
  /** How far it can be trusted, in the words that rules use too. */
  mark: oneOf(ruleMarks),
};

/** One thing that the guide says, in our own words, with where it comes from. */
export const Statement = closed(statementMembers);
export type Statement = Static<typeof Statement>;

/** What a code is not for, with the code that fits instead, or 'none' where the work is not billed by itself. */
const Exclusion = closed({
  ...statementMembers,
  insteadCode: Type.Optional(Type.Union([ProcedureCodeSchema, Type.Literal('none')])),
});

/** In the order of the page; a list is empty only where nothing is known. */
const Sections = closed({
  whatFor: Type.Array(Statement, { minItems: 1 }),
  whenToUse: Type.Array(Statement),
  whenNotToUse: Type.Array(Exclusion),
  whoMayPerform: Type.Array(Statement),
  recordMustHold: Type.Array(Statement),
  billing: Type.Array(Statement),
  frequency: Type.Array(Statement),
  /** Where public guides are wrong, and why. */
  wrongGuides: Type.Array(Statement),
});
export type GuideSection = keyof Static<typeof Sections>;
export const guideSections = Object.keys(Sections.properties) as readonly GuideSection[];

const GuideQuestion = closed({
  id: AnchorSchema,
  question: Text,
  /** Statements of the same page that answer it, or an answer of its own. */
  answer: Type.Union([Type.Array(AnchorSchema, { minItems: 1 }), Statement]),
});
export type GuideQuestion = Static<typeof GuideQuestion>;

/** What one code is for and how it is used, in our own words; since when it is in force says the code set. */
export const GuidePage = closed({
  code: ProcedureCodeSchema,
  group: oneOf(guideGroups),
  /** Our own short name for the work, never nomenclature. */
  name: Text,
  sections: Sections,
  confusedWith: Type.Array(closed({ code: ProcedureCodeSchema, difference: Statement })),
  related: Type.Array(closed({ code: ProcedureCodeSchema, why: Statement })),
  questions: Type.Array(GuideQuestion),
});
export type GuidePage = Static<typeof GuidePage>;

/** A statement in its place on a page. */
export interface PlacedStatement {
  readonly statement: Static<typeof Exclusion>;
  readonly place: GuideSection | 'confusedWith' | 'related' | 'questions';
  /** The other code that it is about. */
  readonly about?: GuidePage['code'];
  /** The question that it answers, where it belongs to that question alone. */
  readonly question?: GuideQuestion;
}

/** Every statement of a page, in the order of the page. */
export function statementsOf(page: GuidePage): readonly PlacedStatement[] {
  return [
    ...guideSections.flatMap((place) => page.sections[place].map((statement) => ({ statement, place }))),
    ...page.confusedWith.map(({ code, difference }) => ({
      statement: difference,
      place: 'confusedWith' as const,
      about: code,
    })),
    ...page.related.map(({ code, why }) => ({ statement: why, place: 'related' as const, about: code })),
    ...page.questions.flatMap((question) =>
      Array.isArray(question.answer)
        ? []
        : { statement: question.answer, place: 'questions' as const, question },
    ),
  ];
}
