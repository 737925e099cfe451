import type { PatientCommand, PatientCommandName } from '#contract/patient-commands.ts';
import { dayOf } from '#domain/kernel/calendar-date.ts';
import { cents } from '#domain/kernel/money.ts';
import { changePatient } from '../patient/change-patient.ts';
import type { CaseTelling } from './case-telling.ts';
import { demonstrationTimeZone } from './demonstration-practice.ts';
import { coverageIdOf } from './tell-patient.ts';

/** The case in which the payer was asked before the work: step by its place in the plan, and what became of it. */
const asked = {
  'lund-implant': [
    { step: 1, note: 'X-ray of the site is in the portal', answer: { pays: 735_00, goodFor: 150 } },
    { step: 3, note: 'With the implant', answer: { pays: 540_00, goodFor: 20 } },
    { step: 2, note: 'Worn until the crown', answer: undefined },
  ],
} as const;

/** One that was answered, one whose answer ends before its visit, and one that the payer still has. */
export function tellPredeterminations(story: CaseTelling): void {
  const [plan] = story.plot.plans;
  const { key } = story.plot;
  if (key !== 'lund-implant' || plan === undefined) return;
  story.time.goTo(9);
  asked[key].forEach(({ step, note }, index) => {
    const predeterminationId = story.id(`predetermination-${index + 1}`);
    change(story, 'prepare-predetermination', {
      predetermination: {
        predeterminationId,
        caseId: story.caseId,
        coverageId: coverageIdOf(story.plot.person, plan),
        itemIds: [story.planItemId(step)],
        note,
      },
    });
    const sending = {
      predeterminationId,
      on: today(story),
      route: 'portal',
      reference: `IN-70${index}`,
    } as const;
    change(story, 'send-predetermination', { sending });
  });
  story.time.goTo(3);
  asked[key].forEach(({ step, answer }, index) => {
    if (!answer) return;
    change(story, 'answer-predetermination', {
      answer: {
        predeterminationId: story.id(`predetermination-${index + 1}`),
        answerId: story.id(`predetermination-answer-${index + 1}`),
        on: today(story),
        reference: `PD-3380${index}`,
        goodThrough: story.day(answer.goodFor),
        items: [{ itemId: story.planItemId(step), outcome: 'approved', pays: cents(answer.pays) }],
      },
    });
  });
}

function today(story: CaseTelling) {
  return dayOf(story.time.now, demonstrationTimeZone);
}

function change<Name extends PatientCommandName>(
  { world, time, owner, patientId }: CaseTelling,
  name: Name,
  command: PatientCommand<Name>,
): void {
  world.steps.push({
    at: time.tick(),
    staffId: owner,
    what: `${name} of ${patientId}`,
    run: (archway, person) => changePatient(archway, person, patientId, name, command),
  });
}
