import { anyOf, phraseList } from './plain-words.ts';

/** Fields that are not ours, each with a sentence of its own that says where to turn (messages assistant.outside.*). */
export const outsideFields = ['dosing', 'clinical', 'legal', 'tax', 'chat'] as const;
export type OutsideField = (typeof outsideFields)[number];

/** Nobody asks these about a code; they are declined whatever else the question says. */
const always: readonly { readonly field: OutsideField; readonly pattern: RegExp }[] = [
  {
    field: 'dosing',
    pattern: anyOf(
      phraseList(`
    dose, doses, dosage, dosing, milligram*, mg, mg/kg, how much lidocaine, how much amoxicillin, how
    much ibuprofen, prescribe, prescription for, dosis, miligramo*, recetar, receto, recetarle, cuanta
    amoxicilina, cuanto ibuprofeno, cuanta lidocaina, cada cuantas horas
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
    insulin, vaccine*, cancer, is it safe, safe to, how do i extract, how to extract, root canal,
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
    covers, coverage, payer*, insurance, medicaid, medicare, consent, coordinat*, codigo*, facturar,
    cobrar, cubre, seguro, documentar, reclamo*, consentimiento, coordina*
  `),
);

export function outsideField(text: string, namesCode: boolean): OutsideField | undefined {
  const found = always.find(({ pattern }) => pattern.test(text));
  if (found) return found.field;
  if (namesCode || coding.test(text)) return undefined;
  return unlessCoding.find(({ pattern }) => pattern.test(text))?.field;
}
