import { drugPattern } from './drugs.ts';
import { anyOf, phraseList } from './plain-words.ts';

/** Fields that are not ours, each with a sentence of its own that says where to turn (messages assistant.outside.*). */
export const outsideFields = ['dosing', 'clinical', 'legal', 'tax', 'retention', 'chat'] as const;
export type OutsideField = (typeof outsideFields)[number];

/** Nobody asks these about a code; they are declined whatever else the question says. */
const always: readonly { readonly field: OutsideField; readonly pattern: RegExp }[] = [
  {
    field: 'dosing',
    pattern: anyOf(
      phraseList(`
    dose, doses, dosage, dosing, milligram*, mg, mg/kg, prescribe, prescription for, dosis, miligramo*,
    recetar, receto, recetarle, cada cuantas horas
  `),
    ),
  },
  {
    field: 'legal',
    pattern: anyOf(
      phraseList(`
    sue, sued, lawsuit, lawyer, attorney, legal advice, go to jail, prison, liable in court,
    malpractice, court, fraud charge*, criminal, is it legal, is it illegal, statute of limitations,
    demandar, demanda, demandarme, abogado*, juicio, carcel, asesoria legal, es legal, es ilegal,
    tribunal, mala praxis, mala practica
  `),
    ),
  },
  {
    field: 'tax',
    pattern: anyOf(
      phraseList(`
    tax, taxes, tax deduct*, irs, payroll, impuesto*, declaracion de renta, nomina
  `),
    ),
  },
  {
    field: 'retention',
    pattern: anyOf(
      phraseList(`
    how long .. keep, how long .. retain, how long .. store, how many years .. keep, how many years .. retain,
    record retention, retention period, cuanto tiempo .. guardar, cuanto tiempo .. conservar, cuantos anos .. guardar,
    cuantos anos .. conservar, cuanto tiempo .. guardan, cuanto tiempo .. conservan
  `),
    ),
  },
  {
    field: 'chat',
    pattern: anyOf(
      phraseList(`
    weather, joke, jokes, poem, song, python, javascript, movie, football, soccer, recipe for, recipe,
    horoscope, president, stock market, bitcoin, translate this, your name, who made you, who are you,
    love you, clima, chiste*, poema, cancion, pelicula, futbol, receta de, presidente, como te llamas,
    quien eres, capital of, capital de, program in, sql
  `),
    ),
  },
];

/** These decline only a question that asks for no code, record, payer or claim. */
const unlessCoding: readonly { readonly field: OutsideField; readonly pattern: RegExp }[] = [
  {
    field: 'clinical',
    pattern: anyOf(
      phraseList(`
    should the patient stop, should the patient take, should i stop, should i take, should we stop, can
    the patient take, can i take, stop warfarin, stop .. before, treat, treatment for, cure, symptom*,
    diagnose, headache*, toothache, pain, fever, infection, swelling, antibiotic*, blood pressure,
    insulin, vaccine*, cancer, chest hurts, chest pain, breathe, breathing, overdose, bleeding .. stop, unconscious,
    no puedo respirar, me duele, falta el aire, se desmayo, sangra mucho, is it safe, safe to, how do i extract, how to extract, root canal,
    implant, implants, braces, whiten*, which anesthetic, best toothpaste, que tomo, que puedo tomar,
    debe tomar, debe dejar, dejar de tomar, suspender, dolor, sintoma*, fiebre, infeccion, antibiotico*,
    curar, tratar, diagnosticar, es seguro, inflamacion, vacuna*, presion arterial
  `),
    ),
  },
  {
    field: 'chat',
    pattern: anyOf(
      phraseList(`
    hello, hi, hey, good morning, how are you, thanks, thank you, bye, hola, buenos dias, buenas tardes,
    como estas, gracias, adios
  `),
    ),
  },
];

const coding = anyOf(
  phraseList(`
    code, codes, bill, billed, billing, billable, claim*, document*, cdt, report, cover, covered,
    covers, coverage, second opinion, segunda opinion, payer*, insurance, medicaid, medicare, consent, coordinat*, codigo*, facturar,
    cobrar, cubre, seguro, documentar, reclamo*, consentimiento, coordina*
  `),
);

/** "How much of the drug", "may she stop the drug": asked of the drug itself, whatever is told beside it. */
const amountOfDrug = new RegExp(
  `\\b(?:how (?:much|many)|what amount|cuant[oa]s?) (?:\\S+ ){0,3}?${drugPattern}`,
  'u',
);
const courseOfDrug = new RegExp(
  `\\b(?:should|can|may|must|does|debe|puede|debo) (?:\\S+ ){0,4}?(?:stop|skip|hold|take|pause|continue|start|suspender|dejar|tomar|seguir) (?:\\S+ ){0,3}?${drugPattern}`,
  'u',
);

/**
 * Which field a question belongs to that is not ours. `tellsOfTalk`: it tells that clinicians talked with one
 * another, so that a dose or a drug is what they talked about, and the question is about that talk.
 */
export function outsideField(
  text: string,
  { namesCode, tellsOfTalk }: { readonly namesCode: boolean; readonly tellsOfTalk: boolean },
): OutsideField | undefined {
  if (amountOfDrug.test(text)) return 'dosing';
  if (courseOfDrug.test(text) && !tellsOfTalk) return 'clinical';
  const found = always.find(
    ({ field, pattern }) => !(field === 'dosing' && tellsOfTalk) && pattern.test(text),
  );
  if (found) return found.field;
  if (namesCode || tellsOfTalk || coding.test(text)) return undefined;
  return unlessCoding.find(({ pattern }) => pattern.test(text))?.field;
}
