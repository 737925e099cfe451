import { procedureCode, type ProcedureCode } from '../../kernel/procedure-code.ts';
import { anyOf, phraseList, wordsOf } from './plain-words.ts';

/**
 * Our own words for the work of each code, for questions that give no number. These are ways of asking, not what
 * the code is: that stands in the guide.
 */
const namesOfWork: readonly { readonly code: string; readonly names: readonly string[] }[] = [
  {
    code: 'D9992',
    names: phraseList(`
    care coordination, coordination of care, coordinating care, case management, coordinate care,
    coordination, joining up, coordinacion de cuidados, coordinacion de la atencion, coordinacion de
    atencion, coordinacion del cuidado, coordinacion, manejo de casos, gestion de casos, manejo del
    caso, coordinar con otros, coordinar la atencion
  `),
  },
  {
    code: 'D9991',
    names: phraseList(`
    appointment barrier*, barriers to attending, barriers to care, attendance barrier*, compliance
    barriers, transport, transportation, wheelchair van, child care, childcare, ride to, van ride, barreras para acudir,
    barreras para asistir, barreras de asistencia, barreras, transporte, guarderia, cuidado de ninos
  `),
  },
  {
    code: 'D9993',
    names: phraseList(`
    motivational interview*, motivational counseling, behavior change, entrevista motivacional, cambio
    de conducta, cambiar de habito, cambiar un habito
  `),
  },
  {
    code: 'D9994',
    names: phraseList(`
    oral health literacy, health literacy, oral health education, patient education, oral health
    teaching, teach back, teach-back, literacy, alfabetizacion, educacion del paciente, educacion en
    salud bucal, educacion de salud oral, educacion en salud oral, ensenanza
  `),
  },
  {
    code: 'D9995',
    names: phraseList(`
    synchronous, live video, real time video, teledentistry live, teledentistry, sincronic*, video en
    vivo, teleodontologia, videoconsulta, video visit
  `),
  },
  {
    code: 'D9996',
    names: phraseList(`
    asynchronous, store and forward, store-and-forward, stored and sent, looked at .. later, reviewed ..
    later, reviews .. later, pictures .. later, photos .. later, las reviso despues, las revisa despues,
    teledentistry, asincronic*, almacenamiento y envio, almacenar y enviar, teleodontologia
  `),
  },
  {
    code: 'D9997',
    names: phraseList(`
    changed delivery, modified delivery, special needs visit, special needs code, special health care
    needs, modified treatment, atencion modificada, tratamiento modificado, modificar el tratamiento
  `),
  },
  {
    code: 'D9311',
    names: phraseList(`
    consultation with a physician, consultation with the physician, physician consultation, medical
    consultation, consultation with a medical, consultation with a doctor, consulta con el medico,
    consulta con un medico, consulta medica, interconsulta con el medico
  `),
  },
  {
    code: 'D9310',
    names: phraseList(`
    second opinion, consultation by another dentist, specialist consultation, examination at request,
    segunda opinion, consulta diagnostica
  `),
  },
  {
    code: 'D9450',
    names: phraseList(`
    case presentation, presented .. plan, presents .. plan, presento .. plan, present the treatment plan, presenting the treatment plan, treatment plan
    presentation, present a treatment plan, presentation of the plan, presentation visit, presentar el
    plan, presentacion del plan, presentacion del caso, presentar un plan
  `),
  },
  {
    code: 'D9430',
    names: phraseList(`
    observation visit, visit for observation, office visit for observation, observation code, visita de
    observacion, visita para observar
  `),
  },
  { code: 'D0190', names: ['screening', 'school screening', 'tamizaje', 'deteccion', 'cribado'] },
  {
    code: 'D0191',
    names: phraseList(`
    assessment by, assessment of a patient, assessment code, hygienist assessment, evaluacion por
    higienista, valoracion
  `),
  },
  {
    code: 'D9986',
    names: phraseList(`
    missed appointment*, patient missed, no show, no-show, noshow, did not show, failed appointment, broken appointment,
    missed visit, missed the appointment, missed his appointment, missed her appointment, did not come,
    didn't show, didn't come, cita perdida, falto a la cita, falto a su cita, no se presento, no vino,
    inasistencia
  `),
  },
  {
    code: 'D9987',
    names: phraseList(`
    cancelled appointment*, canceled appointment*, cancelled the appointment, canceled the appointment,
    cancelled the visit, canceled the visit, cancellation, cancelled her appointment, cancelled his
    appointment, cita cancelada, cancelo la cita, cancelo su cita, cancelacion
  `),
  },
  {
    code: 'D9990',
    names: phraseList(`
    interpreter, interpreters, translator, sign language, translation service*, interprete*, traductor*,
    lengua de senas, lenguaje de senas
  `),
  },
];

export const workWords: readonly string[] = wordsOf(namesOfWork.flatMap(({ names }) => names));

const patterns = namesOfWork.map(({ code, names }) => ({ code: procedureCode(code), pattern: anyOf(names) }));

/** Codes whose work a question names, in the order in which it names them. */
export function namedWork(text: string): readonly ProcedureCode[] {
  const found = patterns.flatMap(({ code, pattern }) => {
    const match = pattern.exec(text);
    return match ? { code, at: match.index } : [];
  });
  // "Asynchronous" holds the other word, and a mode that is named leaves the general word aside.
  const has = (code: string) => found.some((each) => each.code === code);
  const live = /(?<!\p{L})(?:synchronous|live|real time|en vivo|sincronic\p{L}*|video)/u.test(text);
  const stored = /asynchronous|store|stored|asincronic|almacena/u.test(text);
  return found
    .filter(({ code }) => !(code === 'D9995' && has('D9996') && stored && !live))
    .filter(({ code }) => !(code === 'D9996' && has('D9995') && live && !stored))
    .toSorted((one, other) => one.at - other.at)
    .map(({ code }) => code);
}
