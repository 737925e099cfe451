import { beforeAll, describe, expect, it } from 'vitest';
import { calendarDate } from '#domain/kernel/calendar-date.ts';
import { loadRulebook } from '../rulebook/load-rulebook.ts';
import { openAssistant, replyOffline, type Assistant } from './assistant.ts';

/** Answers about several codes or payers: each line says whose it is. */

const today = calendarDate('2026-11-27');
let assistant: Assistant;

beforeAll(async () => {
  assistant = openAssistant(await loadRulebook(), {});
});

const linesOf = (question: string) =>
  replyOffline(assistant, { question }, { today }).answer.answer.split('\n');
const items = (question: string) => linesOf(question).filter((line) => line.startsWith('- '));

/** The code of each item, named by itself or else by the line above its list; repetitions left out. */
function whose(question: string): readonly (string | undefined)[] {
  let ofList: string | undefined;
  const codes = linesOf(question).flatMap((line) => {
    if (line.startsWith('- ')) return [/^- (D\d{4}): /.exec(line)?.[1] ?? ofList];
    const named = new Set(line.match(/D\d{4}/g));
    ofList = named.size === 1 ? [...named][0] : undefined;
    return [];
  });
  return [...new Set(codes)];
}

it.each([
  ['difference between D9991 and D9992', ['D9991', 'D9992']],
  ['diferencia entre D9991 y D9992', ['D9991', 'D9992']],
  ['What must I document for D9992 and D9311?', ['D9992', 'D9311']],
  ['¿Qué debo documentar para D9992 y D9311?', ['D9992', 'D9311']],
  ['Can D9992 and D9311 be billed on the same day?', ['D9992', 'D9311']],
  ['¿Se pueden facturar D9992 y D9311 el mismo día?', ['D9992', 'D9311']],
  ['What is D9995 and D9996?', ['D9995', 'D9996']],
  ['I called to confirm the appointment: D9991, D9992 or D9311?', ['D9991', 'D9992', 'D9311']],
  ['Can I bill D9992 for an interpreter?', ['D9990', 'D9992']],
])('%s', (question, codes) => {
  expect(whose(question)).toEqual(codes);
});

it.each(['Consent for D9311 and D9992?', '¿Consentimiento para D9311 y D9992?'])(
  'leaves no code without its lines: %s',
  (question) => {
    const lines = linesOf(question);
    const leads = lines.flatMap((line, index) => (line.startsWith('- ') ? [] : [index]));
    expect(leads.map((index) => lines[index + 1]?.startsWith('- '))).toEqual([true, true]);
  },
);

it('says of every named code that it does not fit', () => {
  expect(linesOf('I called to confirm the appointment: D9991 or D9992?')[0]).toBe('No, not D9991, D9992.');
  expect(linesOf('Llamé para confirmar la cita: ¿D9991 o D9992?')[0]).toBe('No corresponde: D9991, D9992.');
});

describe('a payer answers for every code, and every payer for itself', () => {
  it.each([
    ['Does Apple Health pay D9991 and D9992?', ['pays D9991', 'pays D9992']],
    ['How often does Apple Health pay D9991 and D9992?', ['pays D9991', 'pays D9992']],
    [
      'Does Apple Health or Delta Dental pay D9992?',
      ['Washington Apple Health pays D9992', 'Delta Dental pays D9992'],
    ],
    ['¿Paga Apple Health el D9991 y el D9992?', ['paga D9991', 'paga D9992']],
  ])('%s', (question, said) => {
    const leads = linesOf(question).filter((line) => /^(?:Not known|No se sabe)/.test(line));
    expect(leads.map((lead, index) => lead.includes(said[index] ?? '?'))).toEqual([true, true]);
    for (const line of items(question)) expect(line).toMatch(/^- Washington Apple Health, D999[12]: /);
  });
});
