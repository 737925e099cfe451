import type { PatientDecision, Revisit } from '#domain/decision/patient-decision.ts';
import { procedureCode } from '#domain/kernel/procedure-code.ts';
import { changeCase } from '../case/change-case.ts';
import { demonstrationStaff } from './accounts.ts';
import type { CaseTelling } from './case-telling.ts';
import { optionsForTooth } from './option-texts.ts';

type Choice = Pick<PatientDecision, 'optionId' | 'reason' | 'weights' | 'questions' | 'teachBack'> & {
  readonly why?: string;
};

/** Cases in which the patient was shown an implant beside a bridge, and what was decided. */
const told: Readonly<Record<string, readonly Choice[]>> = {
  'aziz-implant': [],
  'lund-implant': [
    {
      optionId: 'implant',
      reason: 'I want my other teeth to stay as they are.',
      weights: [
        { valueId: 'value-2', weight: 3 },
        { valueId: 'value-3', weight: 9 },
      ],
      questions: 'Who makes the tooth for the time in between? Our office does.',
      teachBack: { outcome: 'understood', words: 'A screw, then half a year to heal, then the tooth.' },
    },
  ],
  'quintero-implant': [
    {
      optionId: 'phases',
      reason: 'Primero quiero hablar con mi familia.',
      weights: [{ valueId: 'value-1', weight: 8 }],
      questions: '¿Puedo esperar hasta el verano? Sí, pero el hueso se pone más delgado.',
      teachBack: { outcome: 'after-explaining-again', words: 'Por ahora, un diente que me puedo quitar.' },
    },
    {
      optionId: 'implant',
      reason: 'Mi hija me ayuda con el pago, y quiero que dure.',
      weights: [
        { valueId: 'value-1', weight: 5 },
        { valueId: 'value-3', weight: 9 },
        { valueId: 'value-4', weight: 2 },
      ],
      questions: '',
      teachBack: {
        outcome: 'understood',
        words: 'Un tornillo en el hueso, esperar a que sane, y el diente.',
      },
      why: 'La familia habló y la señora Quintero lo pensó de nuevo.',
    },
  ],
};

/** The options of a case, the bridge as a step that stands beside the implant, and what the patient decided. */
export function tellOptions(story: CaseTelling): void {
  const choices = told[story.plot.key];
  if (!choices) return;
  const bridge = story.id('bridge');
  story.change('record-plan-item', {
    item: {
      itemId: bridge,
      text: 'Bridge over three teeth',
      code: procedureCode('D6240'),
      surfaces: [],
      ownerMemberId: story.id('dentist'),
      order: story.theme.plan.length + 1,
      after: [],
      alternatives: [story.planItemId(1)],
      minutes: 90,
      status: 'proposed',
    },
  });
  const steps = {
    picture: story.planItemId(0),
    implant: story.planItemId(1),
    temporary: story.planItemId(2),
    crown: story.planItemId(3),
    bridge,
  };
  const language = story.patient.language === 'Spanish' ? 'es' : 'en';
  const sheetId = story.id('options');
  story.change('record-options', { sheet: { sheetId, ...optionsForTooth(language, steps) } });
  choices.forEach((choice, index) => tellChoice(story, sheetId, choice, index));
}

function tellChoice(story: CaseTelling, sheetId: string, { why, ...choice }: Choice, index: number): void {
  const { caseId, owner, patient } = story;
  const coordinator = demonstrationStaff.find(({ staffId }) => staffId === owner)?.name ?? owner;
  const decisionId = (number: number) => story.id(`decision-${number + 1}`);
  story.world.steps.push({
    at: story.time.tick(),
    staffId: owner,
    what: `decision ${index + 1} of ${caseId}`,
    run: async (archway, person) => {
      const state = await archway.record.read(person.organizationId, (reading) =>
        reading.coordinationCase(caseId),
      );
      const seen = state?.optionSheets.get(sheetId)?.versions.at(-1)?.sheet;
      if (!seen) throw new Error(`no options of ${caseId}`);
      const decision: PatientDecision = {
        ...choice,
        decisionId: decisionId(index),
        sheetId,
        seenVersion: seen.version,
        seenSha256: seen.sha256,
        tookPart: [
          { kind: 'patient', name: `${patient.first} ${patient.last}` },
          { kind: 'coordinator', name: coordinator },
        ],
        interpreter: { way: patient.interpreted === true ? 'staff-speak-it' : 'not-needed', name: '' },
      };
      const revisit: Revisit = { earlierDecisionId: decisionId(index - 1), why: why ?? '' };
      return index === 0
        ? changeCase(archway, person, caseId, 'record-decision', { decision, planFollows: false })
        : changeCase(archway, person, caseId, 'revisit-decision', { decision, planFollows: true, revisit });
    },
  });
}
