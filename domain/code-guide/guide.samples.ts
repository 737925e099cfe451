import { calendarDate } from '../kernel/calendar-date.ts';
import { procedureCode } from '../kernel/procedure-code.ts';
import type { GuidePage, Statement } from './guide-page.ts';

/** Made-up pages for tests: two codes that name each other. */

export function sampleStatement(id: string, en: string, es: string): Statement {
  return {
    id,
    text: { en, es },
    source: {
      title: { en: 'Made up for tests', es: 'Inventado para pruebas' },
      seen: calendarDate('2026-01-01'),
    },
    mark: 'confirmed',
  };
}

export function sampleGuidePage(change: Partial<GuidePage> = {}): GuidePage {
  return {
    code: procedureCode('D9992'),
    group: 'coordination',
    name: { en: 'Joining up care', es: 'Unir la atención' },
    sections: {
      whatFor: [sampleStatement('what-for', 'Offices work together.', 'Los consultorios trabajan juntos.')],
      whenToUse: [],
      whenNotToUse: [],
      whoMayPerform: [],
      recordMustHold: [sampleStatement('record-time', 'Start and stop.', 'Inicio y fin.')],
      billing: [],
      frequency: [],
      wrongGuides: [],
    },
    confusedWith: [
      {
        code: procedureCode('D9991'),
        difference: sampleStatement('versus', 'D9991 is about attending.', 'D9991 trata de acudir.'),
      },
    ],
    related: [],
    questions: [
      {
        id: 'question-time',
        question: { en: 'What about 2 people?', es: '¿Y 2 personas?' },
        answer: ['record-time'],
      },
    ],
    ...change,
  };
}

export const neighborPage: GuidePage = sampleGuidePage({
  code: procedureCode('D9991'),
  name: { en: 'Attending', es: 'Acudir' },
  confusedWith: [],
});
