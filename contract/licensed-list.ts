import { Type, type Static } from 'typebox';
import { CodeYearSchema, LicensedCode, LicensedListImport } from '#domain/code-guide/licensed-list.ts';
import { ListLayout } from '#domain/code-guide/list-layout.ts';
import { InstantSchema } from '#domain/kernel/schema.ts';
import { Message } from './views.ts';

/** What a file would become: shown before anything is kept. */
export const ExaminedList = Type.Object({
  fileName: Type.String(),
  /** As given, else as the file states it, else this year. */
  year: CodeYearSchema,
  statedYear: Type.Optional(Type.Integer()),
  /** Why the year would be refused, in sentences; absent where it would not. */
  yearProblem: Type.Optional(Type.Array(Message)),
  layout: ListLayout,
  tables: Type.Array(Type.Object({ name: Type.String(), rows: Type.Integer() })),
  columns: Type.Array(Type.Object({ header: Type.String(), samples: Type.Array(Type.String()) })),
  codes: Type.Integer(),
  /** Titles, headings and notes. */
  passedOver: Type.Integer(),
  sample: Type.Array(LicensedCode),
  problemCount: Type.Integer(),
  problems: Type.Array(Type.Object({ row: Type.Integer(), problem: Message })),
  /** Whether D9992 is in it. */
  hasCoordination: Type.Boolean(),
  /** Beside the list of the same year, or of the latest year before. */
  compared: Type.Optional(
    Type.Object({
      year: Type.Integer(),
      added: Type.Integer(),
      removed: Type.Integer(),
      reworded: Type.Integer(),
    }),
  ),
});
export type ExaminedList = Static<typeof ExaminedList>;

/** The lists that the practice has, latest year first. */
export const LicensedLists = Type.Object({
  lists: Type.Array(Type.Object({ ...LicensedListImport.properties, by: Type.String(), at: InstantSchema })),
});
export type LicensedLists = Static<typeof LicensedLists>;

/** The list to read on a day; without a year where the practice has none for it. */
export const LicensedListView = Type.Object({
  year: Type.Optional(CodeYearSchema),
  /** False: there is none for the year of that day, and this is the latest before. */
  ofThatYear: Type.Optional(Type.Boolean()),
  codes: Type.Array(LicensedCode),
});
export type LicensedListView = Static<typeof LicensedListView>;
