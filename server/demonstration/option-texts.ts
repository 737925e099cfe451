import type { SheetText } from '#domain/decision/option-sheet.ts';

/** Made up, and every source says so: no number here is one of medicine. */
const source = {
  en: 'Made up for this demonstration',
  es: 'Inventado para esta demostración',
} as const;

interface Steps {
  readonly picture: string;
  readonly implant: string;
  readonly temporary: string;
  readonly crown: string;
  readonly bridge: string;
}

type Told = Omit<SheetText, 'sheetId' | 'language'>;

export function optionsInEnglish({ picture, implant, temporary, crown, bridge }: Steps): Told {
  return {
    question: 'What comes in place of your front tooth?',
    options: [
      {
        optionId: 'implant',
        kind: 'treatment',
        name: 'Implant',
        itemIds: [picture, implant, temporary, crown],
        what: 'We put a small screw in the bone. It heals. Then a new tooth goes on the screw.',
        visits: { least: 4, most: 6 },
        weeks: { least: 20, most: 32 },
        patientDoes: 'Eat soft food for one week. Clean it each day. Do not smoke while it heals.',
        followUp: 'A check with us two times a year.',
        lasts: { text: 'Many years when you clean it well.', source: source.en },
        risks: [
          {
            text: 'The screw does not hold and comes out.',
            ofHundred: { least: 3, most: 6 },
            source: source.en,
          },
          { text: 'It may hurt or swell for some days.', source: '' },
        ],
      },
      {
        optionId: 'bridge',
        kind: 'treatment',
        name: 'Bridge',
        itemIds: [bridge],
        what: 'We make the two teeth beside the gap smaller. They hold the new tooth.',
        visits: { least: 2, most: 3 },
        weeks: { least: 2, most: 4 },
        patientDoes: 'Clean under the bridge each day with a thread.',
        followUp: 'A check with us two times a year.',
        lasts: { text: 'A good number of years. Nobody can say how many for you.', source: '' },
        risks: [
          {
            text: 'One of the two teeth beside it gets sick.',
            ofHundred: { least: 8, most: 12 },
            source: source.en,
          },
        ],
      },
      {
        optionId: 'phases',
        kind: 'in-phases',
        name: 'Go step by step',
        itemIds: [picture, temporary],
        what: 'First we make a tooth that you can take out. Later you choose the next step.',
        visits: { least: 2, most: 2 },
        weeks: { least: 2, most: 3 },
        patientDoes: 'Take it out at night. Clean it each day.',
        followUp: 'We talk again in half a year.',
        lasts: { text: 'It is made for a short time.', source: '' },
        risks: [{ text: 'The bone in the gap gets thin while you wait.', source: '' }],
      },
      {
        optionId: 'nothing',
        kind: 'do-nothing',
        name: 'Wait and do nothing now',
        itemIds: [],
        what: 'The gap stays as it is.',
        visits: { least: 0, most: 0 },
        weeks: { least: 0, most: 0 },
        patientDoes: 'Clean the teeth beside the gap well.',
        followUp: 'We look at it at each visit.',
        lasts: { text: 'You can change your mind at any time.', source: '' },
        risks: [{ text: 'The teeth beside the gap may tip into it.', source: '' }],
      },
    ],
    values: [
      { valueId: 'value-1', text: 'I want to pay less now.' },
      { valueId: 'value-2', text: 'I want few visits.' },
      { valueId: 'value-3', text: 'I want it to last a long time.' },
      { valueId: 'value-4', text: 'I do not want surgery.' },
    ],
    questions: ['What if I wait?', 'What will I pay, and when?', 'What can go wrong?'],
  };
}

export function optionsInSpanish({ picture, implant, temporary, crown, bridge }: Steps): Told {
  return {
    question: '¿Qué ponemos en lugar de su diente?',
    options: [
      {
        optionId: 'implant',
        kind: 'treatment',
        name: 'Implante',
        itemIds: [picture, implant, temporary, crown],
        what: 'Ponemos un tornillo pequeño en el hueso. El hueso sana. Después va un diente nuevo sobre el tornillo.',
        visits: { least: 4, most: 6 },
        weeks: { least: 20, most: 32 },
        patientDoes: 'Comer cosas blandas una semana. Limpiarlo cada día. No fumar hasta que sane.',
        followUp: 'Lo vemos dos veces al año.',
        lasts: { text: 'Muchos años, si lo limpia bien.', source: source.es },
        risks: [
          {
            text: 'El tornillo no se fija y se sale.',
            ofHundred: { least: 3, most: 6 },
            source: source.es,
          },
          { text: 'Puede doler o hincharse unos días.', source: '' },
        ],
      },
      {
        optionId: 'bridge',
        kind: 'treatment',
        name: 'Puente',
        itemIds: [bridge],
        what: 'Hacemos más chicos los dos dientes de al lado. Ellos sostienen el diente nuevo.',
        visits: { least: 2, most: 3 },
        weeks: { least: 2, most: 4 },
        patientDoes: 'Limpiar cada día por debajo del puente con un hilo.',
        followUp: 'Lo vemos dos veces al año.',
        lasts: { text: 'Varios años. Nadie puede decir cuántos en su caso.', source: '' },
        risks: [
          {
            text: 'Uno de los dos dientes de al lado se enferma.',
            ofHundred: { least: 8, most: 12 },
            source: source.es,
          },
        ],
      },
      {
        optionId: 'phases',
        kind: 'in-phases',
        name: 'Ir por pasos',
        itemIds: [picture, temporary],
        what: 'Primero hacemos un diente que usted se puede quitar. Más tarde elige el paso que sigue.',
        visits: { least: 2, most: 2 },
        weeks: { least: 2, most: 3 },
        patientDoes: 'Quitárselo de noche. Limpiarlo cada día.',
        followUp: 'Hablamos otra vez en medio año.',
        lasts: { text: 'Está hecho para poco tiempo.', source: '' },
        risks: [{ text: 'El hueso se pone más delgado mientras espera.', source: '' }],
      },
      {
        optionId: 'nothing',
        kind: 'do-nothing',
        name: 'Esperar y no hacer nada ahora',
        itemIds: [],
        what: 'El hueco se queda como está.',
        visits: { least: 0, most: 0 },
        weeks: { least: 0, most: 0 },
        patientDoes: 'Limpiar bien los dientes de al lado.',
        followUp: 'Lo miramos en cada visita.',
        lasts: { text: 'Usted puede cambiar de idea cuando quiera.', source: '' },
        risks: [{ text: 'Los dientes de al lado se pueden ir hacia el hueco.', source: '' }],
      },
    ],
    values: [
      { valueId: 'value-1', text: 'Quiero pagar menos ahora.' },
      { valueId: 'value-2', text: 'Quiero pocas visitas.' },
      { valueId: 'value-3', text: 'Quiero que dure mucho tiempo.' },
      { valueId: 'value-4', text: 'No quiero una cirugía.' },
    ],
    questions: ['¿Qué pasa si espero?', '¿Cuánto voy a pagar, y cuándo?', '¿Qué puede salir mal?'],
  };
}
