import { anyOf, phraseList, wordsOf } from './plain-words.ts';

/** What a question is about; each is answered from its own part of the guide or the rulebook. */
const phrases = {
  whatIs: phraseList(`
    what is, what are, what's, whats, what does, que reporta, que informa, que representa, explain, tell me about, meaning, mean, means,
    definition, define, describe, is used for, it used for, what .. used for, in plain words, in simple terms, plain english, en palabras sencillas, en pocas palabras, what for, purpose, que es, que son, para que
    sirve, para que es, para que se usa, que significa, expliqueme, explicame, explique, explica, que
    cubre, que incluye, hableme, de que trata, definicion
  `),
  licensedWording: phraseList(`
    descriptor, descriptors, nomenclature, verbatim, word for word, official text, official wording, official description,
    official definition, exact text, exact wording, full text, cdt text, cdt wording, descriptores, nomenclatura, palabra
    por palabra, textualmente, texto oficial, texto exacto, texto literal, redaccion oficial, descripcion oficial,
    definicion oficial, al pie de la letra
  `),
  whenToUse: phraseList(`
    when, appropriate, which cases, what cases, que casos, situation*, example*, qualif*, should i use, should we use, use case*, not be
    used, not use, cuando, situacion*, ejemplo*, se usa, se utiliza, usar, utilizar, corresponde usar
  `),
  whichCode: phraseList(`
    which code, what code, which cdt, what cdt, which d code, which is the code, code fits, right code,
    correct code, best code, code for, code do i, code to use, code applies, code reports, code ..
    report, is there a code, any code, a code for, what do we bill, what do i bill, what should we bill,
    what should i bill, what can we bill, what can i bill, how do we bill, how do i bill, how should we
    bill, how do we code, how do i code, how should i code, how to code, que codigo, cual codigo, cual
    es el codigo, codigo corresponde, codigo uso, codigo para, hay un codigo, hay algun codigo, existe
    un codigo, existe algun codigo, como lo facturo, como se factura, como facturo, como lo codifico,
    teledentistry code, interpreter code, how is .. coded, what code says, what do we put, what do i put,
    what do we note, what do we record it as, codigo lo marca, codigo marca, codigo va, codigo conviene
  `),
  mayBill: phraseList(`
    can i bill, can we bill, could i bill, could we bill, may i bill, may we bill, should i bill, should
    we bill, do i bill, do we bill, bill, billed, billable, can i charge, can we charge, may i charge,
    may we charge, can i report, can we report, may we report, may i report, can i use, can we use, can
    i claim, can we claim, may i use, may we use, could we use, could i use, does that qualify, does
    this qualify, does it qualify, qualify for, qualifies, is that, is this, is it, count as, counts as,
    fall under, falls under, go under, reportable, ok to bill, allowed to bill, right for, puedo cobrar,
    podemos cobrar, puedo facturar, podemos facturar, se puede facturar, se puede cobrar, se factura, se cobra,
    puedo usar, podemos usar, se puede usar, puedo reportar, podemos reportar, cuenta como, califica, es
    eso, eso es, es un, seria, vale, sirve para cobrar
  `),
  difference: phraseList(`
    difference*, different, differ, differs, distinguish, vs, v.s., versus, compare*, comparison,
    confus*, same as, the same, mixed up, mistaken, instead of, rather than, diferencia*, diferencian,
    diferente*, distint*, distingue*, comparar, confund*, en vez de, en lugar de, lo mismo, mejor que
  `),
  together: phraseList(`
    same minutes, same time, same day, same date, same claim, included in, part of the exam*, incluid* en, parte del examen, one claim, a single claim, go on .. claim, same visit, same call, together, both,
    replace*, alongside, in addition, along with, combine*, bill .. with, billed .. with,
    split, mismos minutos, mismo tiempo, mismo dia, misma fecha, misma llamada, misma visita, mismo
    reclamo, misma reclamacion, un solo reclamo, una sola reclamacion, en una reclamacion, junto, juntos, juntas, ambos, los dos, los dos codigos, reemplaza*, sustituye*, combinar,
    ademas de
  `),
  document: phraseList(`
    which records, what records, records want, which papers, que registros, que papeles, constar,
    document*, reviewer*, revisor*, call log*, keep logs, registro de llamadas, chart, chart note, note, notes, progress note, record show, record hold, record contain,
    record include, should the record, must the record, in the record, the record, evidence, proof,
    prove, narrative, write down, written down, need to record, have to record, audit*, paperwork, keep
    on file, expediente, documento, documentos, documentar, documentacion, registrar, anotar, apuntar,
    la nota, nota clinica, evidencia, comprobante*, historia clinica, historial, narrativa, auditor*,
    pruebas, guardar en
  `),
  coverage: phraseList(`
    cover, covers, covered, coverage, pay, pays, paid, payable, paying, payment, reimburs*, benefit for,
    a benefit, encounter rate, accept, accepts, recognize*, honor, annual maximum, yearly maximum, deductible, copay*, coinsurance, maximo anual, deducible, copago, prior auth*, preauthori*, predetermin*, autorizacion previa, preautoriza*, cubre, cubren, cubrir*, cubria,
    cubierto, cobertura, paga, pagan, pagar, pagaba, pagara, pago, pagado, reembols*, acepta, aceptan,
    reconoce, tarifa por encuentro
  `),
  fee: phraseList(`
    how much, what does .. pay, what did .. pay, what do .. pay, what will .. pay, fee, fees, price,
    cost, costs, rate, amount, dollars, allowable, allowed amount, worth, cuanto pag*, cuanto paga,
    cuanto cuesta, cuanto cobr*, cuanto .. cobrar, cuanto dinero, cuanto vale, cuanto es, cuanto reembols*, tarifa,
    tarifas, precio, honorario*, monto, dolares, costo
  `),
  frequency: phraseList(`
    how often, the limit, any limit, a limit, el limite, per visit, per case, per claim, por visita, por caso, monthly, weekly, yearly, mensual*, semanal*, anualmente, each visit, every visit, how many times, how frequently, frequency, frequent, per month, per year, per day, a
    month, a year, a day, each month, every month, more than once, twice, times a, limit on, limits on,
    frequency limit, maximum number, cada cuanto, cuantas veces, con que frecuencia,
    frecuencia, al mes, por mes, al ano, por ano, al dia, por dia, mas de una vez, dos veces, limite de
    veces, limite de frecuencia
  `),
  who: phraseList(`
    tiene que ser el dentista, has to be done by, have to be done by, must be done by, done by a dentist, quien haga, a cargo de quien,
    who was, who were, who did, who could, quien podia, quien estaba, quienes podian, who can, who may,
    who is allowed, who must, who should, who performs, who does, who bills, who has to, who could, who
    qualifies, is allowed to, allowed to perform, have to be a dentist, need a dentist, require a dentist, necesita un dentista, requiere un dentista, be a dentist, must be a dentist,
    only a dentist, only dentists, needs to be a dentist, quien puede, quien debe, quienes pueden, quien
    hace, quien realiza, quien factura, solo el dentista, tiene que ser dentista, tiene que ser un
    dentista, debe ser dentista, quien tiene que, quien llama, quien habla, who calls, who speaks, who makes
  `),
  time: phraseList(`
    minute, minutes, a minimum, un minimo, minimum time, how long, time minimum, hour, hours, unit, units, start and stop,
    start time, stop time, time count, count time, time counts, time spent, track time, log time, time
    requirement, threshold, time based, timed, minuto*, tiempo minimo, tiempo, cuanto tiempo, hora,
    horas, unidad, unidades, cronometr*, duracion
  `),
  consent: phraseList(`
    sign something, patient have to sign, patient need to sign, patient has to sign, must the patient
    sign, firmar algo, tiene que firmar, debe firmar, who signs, quien firma, signature, firma del paciente, consent, consents, authorization to share, hipaa,
    permission, signed release, release form, release of information, patient agree, agreement of the
    patient, consentimiento*, permiso, autorizacion del paciente, autorizacion para compartir, compartir
    informacion, firmar, consiente
  `),
  appeal: phraseList(`
    appeal*, reconsider*, denied, denial*, deny, overturn, rejected, rejection, fight, disallowed,
    resubmit, peer to peer, apel*, reconsidera*, deneg*, neg*ron, negaron, niegan, niega, negado, negada, negar, nego, rechaz*, negacion,
    impugn*, recurr*
  `),
  deadline: phraseList(`
    deadline*, timely filing, filing limit, filing deadline, how many days, how long do i have, how long
    do we have, how long is there, how much time do, last day, by when, days to, window for, plazo,
    plazos, fecha limite, cuantos dias, cuanto tiempo tengo, cuanto tiempo tenemos, cuanto tiempo hay,
    hasta cuando, ultimo dia, que plazo, dias para, meses para, months to
  `),
  chargePatient: phraseList(`
    charge the patient, charge a patient, charge my patient, charge our patient, charge medicaid patient*, bill medicaid patient*, cobrarle, charge patient, charge patients, bill the patient, bill patients, patient pay,
    patient be charged, patient be billed, balance bill, collect from the patient, patient liable,
    patient responsib*, out of pocket, self pay, cobrarle al paciente, cobrar al paciente, cobrarle a mi
    paciente, cobro al paciente, el paciente paga, pague el paciente, de su bolsillo, facturar al
    paciente
  `),
  modifier: ['modifier*', 'modificador*', 'kx', 'gy'],
  quantity: phraseList(`
    quantity, qty, how many units, units, cantidad, unidades, cuantas unidades
  `),
  remarks: phraseList(`
    remark, remarks, attach*, adjunt*, narrative box, the narrative, a narrative, narrative for, la narrativa, el relato, una narrativa, claim note, characters, box 35, item 35, observaciones, comentarios,
    caracteres, casilla 35
  `),
  toothAndDiagnosis: phraseList(`
    tooth, surface, quadrant, oral cavity, diagnosis, diagnoses, icd, icd-10, icd 10, diente,
    superficie, cuadrante, diagnostico*, cie-10
  `),
  claimForm: phraseList(`
    claim form, ada form, dental claim, on the claim, fill in, fill out, lleno la, se llena, filling out, box 24, which box, what box, in box, formulario,
    en la reclamacion, llenar, rellenar, que casilla
  `),
  place: phraseList(`
    place of service, place of treatment, pos code, box 38, item 38, lugar de servicio, lugar del
    servicio, lugar de tratamiento
  `),
  serviceDate: phraseList(`
    procedure date, which date, what date, date of service do, fecha de servicio, que fecha
  `),
  inForce: phraseList(`
    in force, in effect, valid, effective, since when, since which year, since what year, what year,
    which year, introduced, did .. exist, exist, existed, when did .. start, when did .. begin, when was
    .. added, new code, already a code, come into, came into, came out, active code, deleted, retired, discontinued, still exist*, still a code, a code in, eliminad*, sigue existiendo, desde cuando, desde
    que ano, en que ano, vigente, en vigor, existe el, existia, existe desde, valido, entro en, se
    introdujo, se creo
  `),
  caseReady: phraseList(`
    this case, the case ready, my case, case ready, our case, case number, on the case, for the case,
    ready to bill, ready to be billed, ready to submit, what is missing on, este caso, el caso, mi caso,
    listo para facturar, lista para facturar, listo para enviar
  `),
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Topic = keyof typeof phrases;
export const topicWords: readonly string[] = wordsOf(Object.values(phrases).flat());

/** The closed list of what a question can be about. */
export const topicNames = Object.keys(phrases) as readonly Topic[];

const patterns = topicNames.map((topic) => ({
  topic,
  pattern: anyOf(phrases[topic]),
}));

const performerWords =
  'dentist|hygienist|coordinator|assistant|receptionist|front desk|office manager|case manager|community health worker|nurse|social worker|staff|staff member|non-dentist|non dentist|dentista|higienista|coordinadora|coordinador|asistente|recepcionista|promotora|enfermera|trabajadora social|auxiliar';
/** "Can a hygienist …", "let a nurse …", "puede una higienista …": who may, whatever verb follows. */
const mayPerform = new RegExp(
  `\\b(?:can|could|may|must|should|let|lets|allow|allows|accept|accepts|puede|pueden|podria|debe) (?:a |an |the |our |my |only a |only |any |un |una |el |la |los |las |mi |nuestra |tambien )*(?:dental |registered |licensed )?(?:${performerWords})s?\\b`,
  'u',
);

/** "¿Puede cobrarlo la higienista?": the verb before the one who does it. */
const mayInSpanish = new RegExp(
  `\\b(?:puede|pueden|podria|debe) (?:cobrar|facturar|hacer|usar|reportar|realizar)(?:lo|la)? (?:\\S+ ){0,2}?(?:la|el|una|un|mi|nuestra|las|los) (?:${performerWords})s?\\b`,
  'u',
);

/** "Is it done by a hygienist?" */
const doneBy = new RegExp(
  `\\b(?:is|be|was) (?:it )?(?:\\S+ )?(?:done|performed|billed|reported) by (?:a |an |the |our )?(?:${performerWords})s?\\b`,
  'u',
);

/** The same with the words the other way round: "una higienista puede …", "a nurse may …". */
const performerMay = new RegExp(
  `\\b(?:${performerWords})s? (?:dental |titulada )?(?:can|could|may|(?:is |are )?allowed to|puede|pueden|podria|podia)\\b`,
  'u',
);

/** The topics of a question in plain, spelled words. */
export function topicsOf(text: string): ReadonlySet<Topic> {
  const found = new Set(patterns.filter(({ pattern }) => pattern.test(text)).map(({ topic }) => topic));
  if (mayPerform.test(text) || performerMay.test(text) || mayInSpanish.test(text)) found.add('who');
  if (/\bd\d{4} ?[+&] ?d?\d{4}\b/u.test(text)) found.add('together');
  if (/\b(?:with|con) (?:the |el |la )?(?:code |codigo )?d\d{4}\b/u.test(text)) found.add('together');
  if (/\bhow many d\d{4}/u.test(text)) found.add('frequency');
  if (doneBy.test(text)) found.add('who');
  // "Does D9992 cover calls" asks what the code is for, and no payer.
  if (
    /\b(?:does|would|do) (?:the code )?d\d{4} (?:also )?cover\b|\bd\d{4} (?:tambien )?(?:cubre|abarca|incluye) /u.test(
      text,
    ) &&
    found.delete('coverage')
  )
    found.add('mayBill');
  if (
    found.size === 0 &&
    /(?:^|\b(?:whether it is|if it is|si es|better|mejor) )d?\d{4} (?:or|o) d?\d{4}[^\p{L}\d]*$/u.test(text)
  )
    found.add('difference');
  // "D9997 for calls?": a code and a piece of work, and nothing that asks, asks whether they fit.
  if (found.size === 0 && /\bd?\d{4} (?:for|when|if|because|para|por|cuando|si)\b/u.test(text))
    found.add('mayBill');
  if (/\$ ?\d/u.test(text)) found.add('fee');
  if (/\b(?:es|seria|is it|is this|is that) (?:el |the )?d\d{4}\b/u.test(text)) found.add('mayBill');
  // "… Code?": the question is the word alone.
  if (/(?:^|[.,;:?!)] ?¿?)(?:cual )?(?:code|codigo)\s*\?$/u.test(text)) found.add('whichCode');
  // "Calling a pharmacy code": the same behind what was done.
  if (
    /(?<!\b(?:the|this|that|el|este|ese) )\b(?:code|codigo)\s*\??$/u.test(text) &&
    !/\bd\d{4}\b/u.test(text)
  )
    found.add('whichCode');
  return found;
}
