import { phraseList } from './question/plain-words.ts';

/**
 * Statements of the guide that settle a question by themselves, and the words by which people ask for them: one of
 * every group. The answer is the statement; nothing is said here. `named`: only where the question names that code.
 */
interface Cue {
  readonly code: string;
  readonly anchors: readonly string[];
  readonly all: readonly (readonly string[])[];
  readonly named: boolean;
  /** The statement says what is known; the rest is the payer's. */
  readonly open?: boolean;
}

const unsent = phraseList(`
  self referral, self-referral, self referred, self-referred, by himself, by herself, by themselves, on his own, on her
  own, on their own, nobody sent, no one sent, without being sent, without a referral, without any referral, no referral,
  not referred, was not sent, walked in, found .. herself, found .. himself, por su cuenta, por si mismo, por si misma,
  sin que nadie, sin ser enviad*, nadie lo envio, nadie la envio, sin referencia, sin referido, no fue referid*
`);
const unexamined = phraseList(`
  without an examination, without examining, without an exam, without seeing, never saw, did not see, never examined, not
  examined, nobody examined, no one examined, did not examine, didn't examine, no examination, no exam, not seen, sin
  examen, sin examinar*, sin ver al paciente, sin verlo, sin verla, nunca vio, no vio al, no examino, nadie examino
`);
const instead = phraseList(`
  instead, rebill*, work if, try, in its place, in place of, substitute, replacement, replace, rather than, work around, workaround, swap, because
  .. not pay, since .. not pay, en vez, en lugar, sustituto, reemplazar, como alternativa
`);
const ownMoney = phraseList(`
  pays cash, paid cash, pay cash, pays in full, paid in full, pay in full, self pay, self-pay, self paying, out of pocket,
  privately, de su bolsillo, en efectivo, paga todo, pago todo, paga por completo, por su cuenta
`);
const untold = phraseList(`
  not tell, not told, does not want, doesn't want, not to tell, not to report, not report, not informed, not inform, not
  to know, not to hear, hear of it, keep .. from the, keep .. from her, keep .. from his, withhold, private from,
  hide .. from, no informar, no se informe, no decir, no quiere, no se entere, no comunicar, no avisar
`);
const npi = phraseList(`
  npi, rendering, treating provider, treating dentist, provider on the, provider for, profesional tratante, dentista tratante
`);
const treating = phraseList(`
  treating, rendering, whose, who's, which npi, owner's, owner, individual, employee, de quien, tratante, cual npi, que npi,
  dueno, propietario
`);
const writing = phraseList(`
  writing the note*, writing note*, writing up, writing my note*, time spent writing, time spent documenting, time spent charting,
  documenting time, documentation time, charting time, charting count, documenting count, escribir la nota, escribir notas,
  redactar la nota, redactar notas, escribiendo, redactando, documentando, tiempo de documentar
`);
const written = phraseList(`
  email*, e-mail*, in writing, written, letter, text message, correo, carta, por escrito, face to face, in person, en persona,
  video call, by video
`);
const asksNeed = phraseList(`
  need*, require*, must, have to, has to, necesit*, requiere*, tiene que, hace falta
`);
const second = phraseList(`
  two providers, two offices, several providers, several offices, more than one provider, more than one office, second provider,
  second office, another office, other office, specialist*, dos consultorios, dos profesionales, otro consultorio, especialista*
`);
const lateNote = phraseList(`
  late note, late entry, late entries, note later, note next week, note the next day, note tomorrow, note afterwards, nota tardia,
  anotacion tardia, nota despues, nota la proxima semana
`);
const alone = phraseList(`
  alone, by itself, on its own, own line, standalone, solo, sola, por si solo, por si sola
`);
const inExamination = phraseList(`
  part of the exam*, chairside, included in, in the exam*, parte del examen, incluid* en
`);
const seen = phraseList(`
  see the patient, exam, examine*, examination, examen, examinar, ver al paciente
`);
const referring = phraseList(`
  fax* .. referral, send* .. referral, mail* .. referral, writ* .. referral, ordinary referral, make a referral, making a referral,
  enviar .. referido, mandar .. referido, enviar .. remision
`);
const justifying = phraseList(`
  justify*, argue, was needed, is needed, prove necessity, proves necessity, justific*, argumentar, hizo falta
`);
const counted = phraseList(`
  time, minute*, count*, tiempo, minuto*, cuenta, cuentan
`);
const otherOffice = phraseList(`
  both bill, both charge, both offices bill, each bill, each office bill, each charge, specialist bill, specialist also bill,
  other office bill, other office also bill, second office bill, two offices bill, two practices bill, ambos cobr*, ambos factur*,
  los dos cobr*, los dos factur*, cada uno cobr*, cada consultorio cobr*, el especialista tambien
`);
const afterwards = phraseList(`
  retroactive*, after the fact, backdat*, back date, weeks later, months later, weeks ago, months ago, retroactiv*, semanas
  despues, meses despues
`);
const severalDays = phraseList(`
  several days, different days, many days, more than one day, multiple days, over the week, all week, varios dias, distintos
  dias, diferentes dias
`);
const presence = phraseList(`
  be present, patient present, in the room, face to face, face-to-face, in person, present for, estar presente, esta presente,
  cara a cara, en persona, presencial
`);
const choosing = phraseList(`
  choose between, choose among, choosing between, decide between, deciding between, elegir entre, escoger entre, decidir entre
`);
const plans = phraseList(`
  plan, plans, insurance*, coverage*, va dental, benefit year*, planes, seguro, seguros, cobertura*
`);
const onHold = phraseList(`
  on hold, hold time, holding on the line, waiting on the line, waiting on the phone, en espera
`);
const complexity = phraseList(`
  complex*, complicated, complej*
`);
const must = phraseList(`
  how, must, have to, has to, need*, require*, enough, only, que tan, tiene que, debe, necesita
`);
const minutes = phraseList(`
  minute*, time, minuto*, tiempo
`);
const interpreting = ['interpret*', 'translat*', 'language', 'traduc*', 'idioma'];
const federal = phraseList(`
  federal*, fqhc, government money, limited english, little english, no english, hhs, fondos federales, poco ingles, ingles
  limitado, no habla ingles
`);
const charging = phraseList(`
  charge*, bill*, cost*, pay*, fee, cobr*, factur*, paga*, costo
`);

const telephone = phraseList(`
  phone*, telephone*, on the line, call, calls, called, calling, llama, llamada*, llamo, llamar, telefono, por telefono
`);

export const cues: readonly Cue[] = [
  { code: 'D9310', anchors: ['not-self-referral'], all: [unsent], named: true },
  { code: 'D9310', anchors: ['not-without-examination'], all: [unexamined], named: true },
  {
    code: 'D9999',
    anchors: ['not-unpaid-coordination', 'versus-d9992'],
    all: [
      instead,
      ['pay*', 'paid', 'den*', 'reject*', 'refus*', 'cover*', 'd9992', 'pag*', 'neg*', 'rechaz*', 'cubr*'],
    ],
    named: true,
  },
  { code: 'D9992', anchors: ['billing-paid-out-of-pocket'], all: [ownMoney, untold], named: false },
  { code: 'D9992', anchors: ['who-billing-treating'], all: [npi, treating], named: false },
  { code: 'D9992', anchors: ['record-time'], all: [writing, counted], named: false },
  {
    code: 'D9992',
    anchors: ['billing-same-minutes', 'frequency-check-first'],
    all: [otherOffice],
    named: false,
    open: true,
  },
  {
    code: 'D9992',
    anchors: ['billing-date', 'record-at-the-time', 'record-late-marked'],
    all: [afterwards],
    named: false,
    open: true,
  },
  {
    code: 'D9992',
    anchors: ['billing-minutes-not-units', 'billing-date'],
    all: [severalDays, minutes],
    named: false,
    open: true,
  },
  { code: 'D9992', anchors: ['record-time'], all: [onHold], named: false, open: true },
  { code: 'D9992', anchors: ['two-or-more', 'record-necessity'], all: [complexity, must], named: false },
  { code: 'D9992', anchors: ['two-or-more'], all: [second, asksNeed], named: true },
  { code: 'D9992', anchors: ['record-necessity', 'billing-diagnoses'], all: [justifying], named: true },
  { code: 'D9992', anchors: ['record-late-marked', 'record-at-the-time'], all: [lateNote], named: false },
  {
    code: 'D9992',
    anchors: ['not-inside-examination', 'not-office-business'],
    all: [referring],
    named: false,
  },
  { code: 'D9311', anchors: ['who-dentist'], all: [written], named: true },
  { code: 'D9310', anchors: ['what-for', 'not-without-examination'], all: [seen, asksNeed], named: true },
  { code: 'D9450', anchors: ['what-for', 'not-in-examination'], all: [inExamination], named: true },
  { code: 'D9995', anchors: ['never-alone'], all: [alone], named: true },
  { code: 'D9996', anchors: ['never-alone'], all: [alone], named: true },
  { code: 'D9997', anchors: ['billing-with-treatment'], all: [alone], named: true },
  { code: 'D9992', anchors: ['other-party'], all: [presence], named: false },
  { code: 'D9992', anchors: ['situation-insurance', 'two-or-more'], all: [choosing, plans], named: false },
  {
    code: 'D9993',
    anchors: ['versus-d9994'],
    all: [
      ['teach*', 'ensen*', 'educat*', 'educa*'],
      phraseList(
        'quit*, stop smoking, stop using, cessation, give up, dejar de fumar, dejar el tabaco, dejar el cigarro, dejarlo',
      ),
    ],
    named: true,
  },
  { code: 'D9990', anchors: ['billing-patient-free'], all: [interpreting, federal, charging], named: false },
  {
    code: 'D9997',
    anchors: ['not-diagnosis-alone'],
    all: [
      phraseList(`as usual, went normally, normal visit, without any change, nothing different, diagnosis alone, just because,
      only because, only the diagnosis, como siempre, sin cambios, solo por el diagnostico, solo porque`),
    ],
    named: true,
  },
  { code: 'D9997', anchors: ['not-telephone', 'versus-d9992'], all: [telephone], named: true },
  {
    code: 'D9993',
    anchors: ['not-routine-counseling'],
    all: [
      phraseList(
        'ordinary, routine, usual, standard, brief, general, quick, habitual*, de rutina, normal, breve',
      ),
      phraseList(
        'advice, talk, tip, tips, word, consejo*, recomendacion*, diet, food, tobacco, smoking, tabaco, dieta',
      ),
    ],
    named: true,
  },
  {
    code: 'D9311',
    anchors: ['not-other-dentist'],
    all: [
      phraseList(
        'two dentists, another dentist, other dentist, fellow dentist, dos dentistas, otro dentista, otra dentista',
      ),
    ],
    named: true,
  },
  {
    code: 'D9311',
    anchors: ['not-records'],
    all: [
      phraseList(
        'fax*, clearance form, asking for records, requesting records, request records, pedir el expediente, formulario',
      ),
    ],
    named: true,
  },
  {
    code: 'D9450',
    anchors: ['not-in-examination'],
    all: [
      phraseList(
        'same visit as, during the exam*, at the exam*, in the exam*, part of the exam*, mismo examen, durante el examen, en el examen',
      ),
    ],
    named: true,
  },
  {
    code: 'D9430',
    anchors: ['not-with-service'],
    all: [
      phraseList(
        'with another service, with a filling, with a cleaning, same day as, another procedure, con otro servicio, el mismo dia',
      ),
    ],
    named: true,
  },
];
