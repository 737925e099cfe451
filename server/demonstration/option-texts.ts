import type { SheetText } from '#domain/decision/option-sheet.ts';

interface Steps {
  readonly picture: string;
  readonly implant: string;
  readonly temporary: string;
  readonly crown: string;
  readonly bridge: string;
}

interface OptionWords {
  readonly name: string;
  readonly what: string;
  readonly patientDoes: string;
  readonly followUp: string;
  readonly lasts: string;
  readonly risk: string;
}

interface SheetWords {
  readonly question: string;
  /** Made up, and every source says so: no number here is one of medicine. */
  readonly source: string;
  readonly implant: OptionWords & { readonly pain: string };
  readonly bridge: OptionWords;
  readonly phases: OptionWords;
  readonly nothing: OptionWords;
  readonly values: readonly string[];
  readonly questions: readonly string[];
}

const words: Readonly<Record<SheetText['language'], SheetWords>> = {
  en: {
    question: 'What comes in place of your front tooth?',
    source: 'Made up for this demonstration',
    implant: {
      name: 'Implant',
      what: 'We put a small screw in the bone. It heals. Then a new tooth goes on the screw.',
      patientDoes: 'Eat soft food for one week. Clean it each day. Do not smoke while it heals.',
      followUp: 'A check with us two times a year.',
      lasts: 'Many years when you clean it well.',
      risk: 'The screw does not hold and comes out.',
      pain: 'It may hurt or swell for some days.',
    },
    bridge: {
      name: 'Bridge',
      what: 'We make the two teeth beside the gap smaller. They hold the new tooth.',
      patientDoes: 'Clean under the bridge each day with a thread.',
      followUp: 'A check with us two times a year.',
      lasts: 'A good number of years. Nobody can say how many for you.',
      risk: 'One of the two teeth beside it gets sick.',
    },
    phases: {
      name: 'Go step by step',
      what: 'First we make a tooth that you can take out. Later you choose the next step.',
      patientDoes: 'Take it out at night. Clean it each day.',
      followUp: 'We talk again in half a year.',
      lasts: 'It is made for a short time.',
      risk: 'The bone in the gap gets thin while you wait.',
    },
    nothing: {
      name: 'Wait and do nothing now',
      what: 'The gap stays as it is.',
      patientDoes: 'Clean the teeth beside the gap well.',
      followUp: 'We look at it at each visit.',
      lasts: 'You can change your mind at any time.',
      risk: 'The teeth beside the gap may tip into it.',
    },
    values: [
      'I want to pay less now.',
      'I want few visits.',
      'I want it to last a long time.',
      'I do not want surgery.',
    ],
    questions: ['What if I wait?', 'What will I pay, and when?', 'What can go wrong?'],
  },
  es: {
    question: '¿Qué ponemos en lugar de su diente?',
    source: 'Inventado para esta demostración',
    implant: {
      name: 'Implante',
      what: 'Ponemos un tornillo pequeño en el hueso. El hueso sana. Después va un diente nuevo sobre el tornillo.',
      patientDoes: 'Comer cosas blandas una semana. Limpiarlo cada día. No fumar hasta que sane.',
      followUp: 'Lo vemos dos veces al año.',
      lasts: 'Muchos años, si lo limpia bien.',
      risk: 'El tornillo no se fija y se sale.',
      pain: 'Puede doler o hincharse unos días.',
    },
    bridge: {
      name: 'Puente',
      what: 'Hacemos más chicos los dos dientes de al lado. Ellos sostienen el diente nuevo.',
      patientDoes: 'Limpiar cada día por debajo del puente con un hilo.',
      followUp: 'Lo vemos dos veces al año.',
      lasts: 'Varios años. Nadie puede decir cuántos en su caso.',
      risk: 'Uno de los dos dientes de al lado se enferma.',
    },
    phases: {
      name: 'Ir por pasos',
      what: 'Primero hacemos un diente que usted se puede quitar. Más tarde elige el paso que sigue.',
      patientDoes: 'Quitárselo de noche. Limpiarlo cada día.',
      followUp: 'Hablamos otra vez en medio año.',
      lasts: 'Está hecho para poco tiempo.',
      risk: 'El hueso se pone más delgado mientras espera.',
    },
    nothing: {
      name: 'Esperar y no hacer nada ahora',
      what: 'El hueco se queda como está.',
      patientDoes: 'Limpiar bien los dientes de al lado.',
      followUp: 'Lo miramos en cada visita.',
      lasts: 'Usted puede cambiar de idea cuando quiera.',
      risk: 'Los dientes de al lado se pueden ir hacia el hueco.',
    },
    values: [
      'Quiero pagar menos ahora.',
      'Quiero pocas visitas.',
      'Quiero que dure mucho tiempo.',
      'No quiero una cirugía.',
    ],
    questions: ['¿Qué pasa si espero?', '¿Cuánto voy a pagar, y cuándo?', '¿Qué puede salir mal?'],
  },
};

/** Implant, bridge, phases or nothing: the same steps and figures in either language. */
export function optionsForTooth(
  language: SheetText['language'],
  { picture, implant, temporary, crown, bridge }: Steps,
): Omit<SheetText, 'sheetId'> {
  const { question, source, values, questions, ...said } = words[language];
  const told = ({ name, what, patientDoes, followUp }: OptionWords) => ({
    name,
    what,
    patientDoes,
    followUp,
  });
  return {
    language,
    question,
    options: [
      {
        optionId: 'implant',
        kind: 'treatment',
        ...told(said.implant),
        itemIds: [picture, implant, temporary, crown],
        visits: { least: 4, most: 6 },
        weeks: { least: 20, most: 32 },
        lasts: { text: said.implant.lasts, source },
        risks: [
          { text: said.implant.risk, ofHundred: { least: 3, most: 6 }, source },
          { text: said.implant.pain, source: '' },
        ],
      },
      {
        optionId: 'bridge',
        kind: 'treatment',
        ...told(said.bridge),
        itemIds: [bridge],
        visits: { least: 2, most: 3 },
        weeks: { least: 2, most: 4 },
        lasts: { text: said.bridge.lasts, source: '' },
        risks: [{ text: said.bridge.risk, ofHundred: { least: 8, most: 12 }, source }],
      },
      {
        optionId: 'phases',
        kind: 'in-phases',
        ...told(said.phases),
        itemIds: [picture, temporary],
        visits: { least: 2, most: 2 },
        weeks: { least: 2, most: 3 },
        lasts: { text: said.phases.lasts, source: '' },
        risks: [{ text: said.phases.risk, source: '' }],
      },
      {
        optionId: 'nothing',
        kind: 'do-nothing',
        ...told(said.nothing),
        itemIds: [],
        visits: { least: 0, most: 0 },
        weeks: { least: 0, most: 0 },
        lasts: { text: said.nothing.lasts, source: '' },
        risks: [{ text: said.nothing.risk, source: '' }],
      },
    ],
    values: values.map((text, index) => ({ valueId: `value-${index + 1}`, text })),
    questions: [...questions],
  };
}
