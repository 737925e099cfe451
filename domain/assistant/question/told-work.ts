import { procedureCode, type ProcedureCode } from '../../kernel/procedure-code.ts';
import { anyOf, phraseList, wordsOf } from './plain-words.ts';

/**
 * Work that is told as it happened, without the field's own noun for it: each row needs one sign of every group, and
 * none of `unless`. What the code is stands in the guide; these are ways of telling.
 */
interface Scene {
  readonly code: string;
  readonly all: readonly (readonly string[])[];
  readonly unless?: readonly string[];
}

const looked = phraseList(`
  look, looked, looks, looking, watch, watched, saw, sees, examin*, assess*, evaluat*, review*, read, reads,
  went through, go through, goes through, diagnos*, check*, observ*, studied, miro, vio, ve, examino, evaluo,
  reviso, revisa, observo, leyo, diagnostico
`);
const condition = phraseList(`
  cerebral palsy, autism, autistic, dementia, alzheimer*, parkinson*, down syndrome, disab*, wheelchair, epilep*,
  tremor*, spastic*, blind, deaf, stroke, panic, severe anxiety, gag reflex, cannot sit, could not sit, cannot lie,
  could not lie, special needs, paralisis, autismo, autista, demencia, discapacidad*, sindrome de down, silla de
  ruedas, epilepsia, temblor*, no puede sentarse, no podia sentarse, necesidades especiales
`);
const treated = phraseList(`
  filling*, cleaning*, extraction*, exam, crown*, prophy*, sealant*, treat*, visit*, appointment*, work, scaling,
  limpieza*, empaste*, obturacion*, extraccion*, examen, tratamiento*, visita*, cita*, sellador*
`);
const otherCourse = phraseList(`
  extra people, extra staff, extra hands, extra appointment*, extra visit*, extra time, more people, more staff, two
  extra, second assistant, two assistants, many pauses, pauses, breaks, stretches, short visit*, short session*, short
  step*, shorter, split, in stages, several visits, bit by bit, little by little, lying on, on a mat, on the floor, in
  .. wheelchair, in .. own chair, held, holding, dimmed, lights down, weighted, twice as long, three times as long, in
  the car, on .. lap, pausas, ayudantes, mas ayuda, dos personas, visitas cortas, sesiones cortas, pasos cortos, varias
  visitas, por etapas, poco a poco, en el piso, en el suelo, en su silla, en brazos, mas tiempo, el doble de tiempo
`);
const pictures = phraseList(`
  photo*, picture*, image*, x-rays, x rays, scan*, recording*, recorded, video clip*, uploaded, fotos, fotografia*,
  imagenes, radiografias, grabacion*, grabo
`);
const later = phraseList(`
  later, afterwards, after hours, that night, that evening, the same evening, next day, next morning, following day,
  following morning, over the weekend, overnight, on monday, when he had time, when she had time, despues, mas tarde, por
  la noche, esa noche, al dia siguiente, dias despues, en la noche, el fin de semana
`);
const live = phraseList(`
  live, on a screen, on screen, on the screen, camera, video call, video link, by video, over video, via video, on video,
  facetime, zoom, remotely, from a distance, in real time, en vivo, por video, videollamada, en pantalla, en la
  pantalla, camara, a distancia, en tiempo real
`);

const scenes: readonly Scene[] = [
  {
    code: 'D9986',
    all: [
      phraseList(`
        never turned up, never showed, did not turn up, didn't turn up, never came, never arrived, did not arrive, didn't
        arrive, nobody came, no one came, nobody showed, no one showed, no-showed, stood us up, chair .. empty, skipped ..
        appointment, skipped .. visit, was a no show, forgot .. appointment, forgot to come, missed .. appointment, missed
        .. visit, missed .. slot, no llego, nunca llego, no aparecio, nunca vino, plantados, nos planto, se salto la
        cita, no acudio, falto sin, falto hoy, no asistio
      `),
    ],
  },
  {
    code: 'D9987',
    all: [
      phraseList(`
        call* off, phoned to cancel, rang to cancel, called to cancel, cancel* at the last minute, cancel* .. visit, cancel*
        .. appointment, wrote to cancel, llamo para cancelar, aviso que no vendria, cancelo
      `),
    ],
  },
  { code: 'D9996', all: [pictures, looked, later] },
  {
    code: 'D9995',
    all: [
      live,
      looked,
      ['patient*', 'child', 'mouth', 'him', 'her', 'resident*', 'paciente*', 'nino', 'nina', 'boca'],
    ],
    unless: [...pictures, ...later],
  },
  {
    code: 'D9430',
    all: [
      looked,
      phraseList(`
        nothing else, nothing more, nothing was done, nothing was treated, nothing treated, did nothing, without treating, no
        treatment was, no treatment given, no other service, only advice, nada mas, no se hizo nada, no hizo nada, sin
        hacer nada, sin tratamiento, no hubo tratamiento, sin otro servicio
      `),
    ],
  },
  {
    code: 'D0190',
    all: [
      phraseList(`
        look, looked, check*, glance*, peek*, inspect*, revis*, vistazo, miraron, miro, miramos
      `),
      phraseList(`
        who needs, who need, which ones need, which ones should, which children need, which of them need, who should see a
        dentist, who had to see a dentist, need to see a dentist, needs a dentist, need a dentist, should visit a dentist,
        quien necesita, quienes necesitan, cuales necesitan, si necesita un dentista, si necesitan
      `),
    ],
  },
  {
    code: 'D0191',
    all: [
      ['hygienist*', 'nurse*', 'therapist*', 'higienista*', 'enfermera*', 'terapeuta*'],
      ['assess*', 'evaluat*', 'evaluo', 'evaluaron', 'valoro', 'valoraron'],
      phraseList(`
        signs, residents, shelter, outreach, nursing home*, referred .. to, sent .. to, on to a dentist, on to the dentist,
        senales, residentes, albergue, asilo, refirio, derivo, envio
      `),
    ],
  },
  {
    code: 'D9450',
    all: [
      phraseList(`
        sat down, separate visit, separate appointment, visit of its own, a whole visit, just to go over, only to go over,
        whole hour, cita aparte, visita aparte, nos sentamos, una cita solo para
      `),
      ['options', 'choices', 'treatment plan', 'opciones', 'plan de tratamiento'],
      phraseList(`
        patient, family, parents, him, her, them, fees, costs, go over, explain*, paciente, familia, costos, explicar*
      `),
    ],
  },
  {
    code: 'D9990',
    all: [
      phraseList(`
        asl, signer, signed for the, signing for, translated for, translates for, translating for, interpreted for,
        interpreting for, tradujo, interpreto en
      `),
    ],
  },
  {
    code: 'D9994',
    all: [
      ['community health worker', 'chw', 'promotora', 'promotor', 'trabajadora de salud'],
      phraseList(`
        dental, mouth, teeth, tooth, fluoride, brush*, oral, dientes, boca, bucal, cepill*, fluor, dentist*
      `),
      phraseList(`
        taught, teach*, explain*, educat*, show*, coach*, code, benefit, bill*, explic*, ensen*, educ*, mostr*, codigo, factur*
      `),
    ],
    unless: phraseList(`
      d9992, coordinat*, coordin*, transport*, ride, rides, barrier*
    `),
  },
];

export const toldWords: readonly string[] = wordsOf(
  scenes.flatMap(({ all }) => all.flat()).filter((phrase) => !phrase.includes('..')),
);

const patterns = scenes.map(({ code, all, unless }) => ({
  code: procedureCode(code),
  all: all.map((group) => anyOf(group)),
  ...(unless === undefined ? {} : { unless: anyOf(unless) }),
}));

/** Codes of which the work is told, in the order of the table. */
export function toldWork(text: string): readonly ProcedureCode[] {
  return patterns
    .filter(({ all, unless }) => all.every((group) => group.test(text)) && unless?.test(text) !== true)
    .map(({ code }) => code);
}

const changedDelivery = [condition, treated, otherCourse].map((group) => anyOf(group));

/** A condition of the patient, a visit for treatment, and another course of it: delivery that was changed. */
export function tellsOfChangedDelivery(text: string): boolean {
  return changedDelivery.every((group) => group.test(text));
}
