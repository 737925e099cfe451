const option = {
  itemIds: [],
  what: 'What is done.',
  patientDoes: '',
  followUp: '',
  lasts: { text: 'Ten years or more', source: 'the dentist of this story' },
  risks: [{ text: 'It may bleed', ofHundred: { least: 1, most: 3 }, source: '' }],
};
/** What is put to a patient: a bridge, phases, or nothing for now. */
export const testOptionSheet = {
  sheetId: 'sheet-1',
  language: 'en' as const,
  question: 'What comes in place of the tooth?',
  values: [{ valueId: 'value-1', text: 'I want few visits.' }],
  questions: ['What if I wait?'],
  options: [
    {
      ...option,
      optionId: 'bridge',
      kind: 'treatment' as const,
      name: 'Bridge',
      visits: { least: 2, most: 3 },
    },
    { ...option, optionId: 'phases', kind: 'in-phases' as const, name: 'One after the other' },
    { ...option, optionId: 'nothing', kind: 'do-nothing' as const, name: 'Nothing now' },
  ],
};
