import { Type, type Static } from 'typebox';
import { DateSchema, FilledTextSchema, IdSchema, oneOf, TextSchema } from '../kernel/schema.ts';

/** Who has the ball. */
export const Holder = Type.Object({
  kind: oneOf(['staff', 'team-member', 'patient', 'nobody']),
  /** Staff id or team member id; absent for the patient and for nobody. */
  id: Type.Optional(IdSchema),
  name: FilledTextSchema(120),
});
export type Holder = Static<typeof Holder>;

export const Task = Type.Object({
  taskId: IdSchema,
  title: FilledTextSchema(200),
  holder: Holder,
  /** Staff member who watches it when somebody outside has the ball. */
  ownerStaffId: Type.Optional(IdSchema),
  due: DateSchema,
  referralId: Type.Optional(IdSchema),
  activityId: Type.Optional(IdSchema),
  /** The readiness check that it asks somebody to satisfy. */
  checkId: Type.Optional(IdSchema),
});
export type Task = Static<typeof Task>;

export const TaskHold = Type.Object({
  until: DateSchema,
  awaiting: TextSchema(200),
});
export type TaskHold = Static<typeof TaskHold>;
