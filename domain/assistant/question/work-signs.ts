import { phraseList } from './plain-words.ts';

/** What a description of work says in words; the choice of the code is `chooseCode`'s, never made here. */
export const signs = {
  routine: phraseList(`
    revisar .. beneficios, verificar .. beneficios, revisar .. elegibilidad, verificar .. elegibilidad, verificar .. cobertura, check* .. benefits, check* .. eligibility, verif* .. benefits, verif* .. eligibility, text* .. reminder*,
    schedul*, confirm, confirming, confirmation, reminder*, remind, reminding, book, booking, booked,
    rescheduling, benefit check, routine benefit*, check benefits, checking benefits, verify benefits,
    verified benefits, eligibility check, check eligibility, checking eligibility, benefits check,
    verifying eligibility, send x-rays, send x rays, send records, sending records, sent records,
    sending x-rays, sending x rays, emailing x-rays, emailing x rays, email* .. x rays, fax* .. x rays, emailing records, sent the pano*, send* .. pano*, sent .. panorex, sent the films, forward records, forwarding records, sent the x-rays, sent the x
    rays, sent the records, just send, just sent, fax* records, told the patient to call, tell the
    patient to call, gave the patient the phone number, front desk task*, answering the phone, programar
    citas, programar una cita, agendar, agendar citas, confirmar citas, confirmar la cita,
    recordatorio*, recordar la cita, verificar beneficios, verificar la elegibilidad, revisar
    beneficios, enviar radiografias, enviar expedientes, mandar radiografias, mandar el expediente,
    enviar el expediente, enviamos las radiografias, hacer citas, hacer cita, hacer una cita, sacar cita*, pedir cita*, ver si cubre*, ver si paga*, preguntar si cubre*,
    see if .. cover*, see if .. covered,
    set up the appointment*, set up appointment*, set up .. visit*, making appointments, make appointments,
    making .. appointments, confirmed, confirms, scheduled, rebook*, appointment book, answering phones,
    answer .. phone*, sends x-rays, filing papers, agendamos, agendando, agendo, programamos, confirmamos,
    confirmando, confirmar, confirmo, marcar citas, reagendar, reprogramar,
    programar .. cita*, programar .. visita*, agendar .. cita*, confirmar .. cita*
  `),
  notReached: phraseList(`
    voicemail, voice mail, left a message, leave a message, leaving a message, no answer, nobody
    answered, did not answer, buzon de voz, mensaje de voz, deje un mensaje, dejar un mensaje, dejamos
    un mensaje, nadie contesto, no contesto, no contestaron,
    voicemails, leaving messages, rang out, did not pick up, didn't pick up, nobody picked up, did not
    answer, contestadora, no hubo respuesta
  `),
  barrier: phraseList(`
    make it to the visit, make it to the appointment, could make it, could come, could attend, pudiera
    venir, pudiera acudir, transport, transportation, a ride, a cab, van ride, rides, taxi, bus pass, uber,
    lyft, child care, childcare, babysit*, afraid to come, fear of coming, keeps missing, could not
    come, get to the appointment, get to the clinic, get to her appointment, get to his appointment, no
    way to get, barrier*, transporte, guarderia, cuidado de los ninos, quien cuide, viaje, barrera*,
    venir a la cita, llegar a la cita, acudir, pase de autobus,
    nobody could drive, no car, has no car, no one to drive, a van, bus fare, afraid of the chair, too scared
    to come, sitter, day care, sin transporte, no tiene carro, no tiene coche, quien lo lleve, quien la lleve,
    miedo de venir
  `),
  counseling: phraseList(`
    reasons to quit, reasons to change, reasons for quitting, razones para dejar, razones para cambiar,
    motivational interview*, motivational, counsel*, ambivalen*, of two minds, reasons for and against,
    readiness to change, entrevista motivacional, motivacional, ambivalente, disposicion a cambiar
  `),
  habit: phraseList(`
    change behavior, behavior change, quit smoking, quitting, stop smoking, giving up cigarettes, give up
    smoking, vaping, change his habit*, change her habit*, change a habit, dejar de fumar, cambiar de
    habito*, cambiar sus habitos, cambiar un habito, cambiar el habito
  `),
  arranged: phraseList(`
    arrang*, organi*, found, got him, got her, got them, got the, booked a, booked him, booked her, set up a ride,
    set up rides, drove, paid for, helped .. get, help .. get, so that .. could, worked out, get .. a ride, cab, conseg*,
    consigui*, arregl*, buscamos, coordinamos, le pagamos
  `),
  education: phraseList(`
    taught, teach, teaching, teach back, literacy, educated, education session, health education, showed
    .. how to, instruct*, how to brush, brushing instruction*, ensene, ensenamos, ensenar, enseno,
    ensenanza, educacion, como cepillar*, alfabetizacion, instruccion*,
    coached, coaching, demonstrated, explained .. how, show .. how, have .. do it
    back, had .. do it back, showed us back, repeated it, le explico .. como, explicamos .. como, mostramos
    como, le mostro como
  `),
  medical: phraseList(`
    physician*, cardiologist*, oncologist*, nephrologist, endocrinologist, hematologist, pediatrician,
    primary care, pcp, medical doctor, patient's doctor, family doctor, nurse practitioner, surgeon
    general, obstetrician, neurologist, internist, pulmonologist, psychiatrist, transplant team, medical
    team, rheumatologist, the doctor, medico, medica, cardiologo, cardiologa, oncologo, oncologa,
    nefrologo, pediatra, endocrinologo, hematologo, medico de cabecera, obstetra, neurologo, internista,
    hematologists, doctor's office, rheumatologists, prescriber, transplant center, infectologo, hematologa,
    reumatologo, reumatologa, neumologo, geriatra, geriatrician, cardiology, oncology
  `),
  medicalMatter: phraseList(`
    anticoagul*, warfarin*, blood thinner*, clearance, heart, valve, diabetes, a1c, medication*,
    chemotherapy, chemo, radiation, bisphosphonate*, denosumab, dialysis, pregnan*, antibiotic
    prophylaxis, inr, bleeding, transplant, blood pressure, medical condition, medical issue, medical
    history, seizure*, stent, pacemaker, anticoagulante*, warfarina, autorizacion medica, corazon,
    valvula, medicamento*, quimioterapia, radioterapia, dialisis, embaraz*, sangrado, trasplante,
    presion, condicion medica
  `),
  examined: phraseList(`
    examined, examine, examines, exam the patient, examining, saw the patient, see the patient, see her
    patient, see his patient, evaluate the patient, evaluated, examinar, examino, examine a, reviso al
    paciente, vio al paciente, evaluar al paciente, evaluo,
    assessed the patient, looked into the mouth
  `),
  asked: phraseList(`
    because we asked, since we asked, asked by us, at our request, on our request, we requested, porque lo pedimos,
    asked our, asked us, asked my, asked me, asked the, asked a, asked for, at the request, at another
    dentist's request, requested, referred, sent us, report back, reported back, reports back, send the
    report, wants an opinion, nos pidio, pidio, a peticion, solicito, refirio, nos envio, nos mando
  `),
  modified: phraseList(`
    had to be done, special chair, weighted blanket, short steps, more staff, extra staff, desensitiz*,
    modified the, modified treatment, modify treatment, we modified, had to modify, changed how, change
    how, took breaks, wheelchair transfer, treated in the wheelchair, treated in her wheelchair, treated
    in his wheelchair, adapted the visit, adapted the treatment, physically held, papoose, took twice as
    long, had to adapt, tuvimos que modificar, hubo que modificar, en pasos cortos, con pausas,
    adaptamos, adaptar el tratamiento, en su silla de ruedas, mas personal,
    short sessions, short visits, visitas cortas, sesiones cortas
  `),
  coordinated: phraseList(`
    coordinat*, line* up, lines up, lined up, arrange* .. between, talked with another office, talked to
    another office, called another office, another office, other offices, other office, spoke with,
    talked with, talked to, called the, calls the, called, calling, contacted, navigate, navigation,
    work out which, figure out which, helped .. decide, help .. decide, one plan, single plan, case
    conference, treatment conference, consultation, needs, coordin*, hablo con, hable con, hablamos con,
    llamo al, llamo a la, llamamos, llame, llamar, contacto, contactamos, un solo plan, otro
    consultorio, otros consultorios, ayudamos, navegacion, reunion,
    phoned, rang, discussed, asked, emailed, wrote to, settle*, agree, agreed, agreement, one sequence, same
    sequence, one order, who goes first, on the same page, behind one, onto one, set one plan, consulted,
    acord*, acuerdo, un orden, el orden, consulto, consultado, consultada, telefoneo
  `),
  byDentist: phraseList(`
    the dentist, dentist called, dentist calls, dentist spoke, dentist talked, dentist phoned, dentist
    consult*, our dentist, doctor called, dr, dds, dmd, i am the dentist, as the dentist, el dentista,
    la dentista, nuestro dentista, odontologo, nuestro odontologo, el doctor llamo, la doctora llamo,
    our periodontist, our specialist, our oral surgeon, our endodontist, nuestro periodoncista,
    dentist himself, dentist herself, dentist personally, dentist made the, dentist did the, el mismo dentista, el propio
    dentista, la propia dentista,
    by the dentist, by our dentist, our dentist, doctora, la doctora, nuestra dentista, una dentista
  `),
  byCoordinator: phraseList(`
    coordinator, front desk, assistant, office manager, receptionist, staff, case manager, secretary,
    coordinadora, coordinador, asistente, recepcionista, recepcion, secretaria, personal
  `),
  byHygienist: ['hygienist', 'hygienists', 'higienista', 'higienistas'],
  byOther: phraseList(`
    community health worker, chw, social worker, nurse, promotora, trabajadora social, trabajadora de
    salud, promotor de salud,
    aide, nurses, volunteers, volunteer, voluntari*, enfermera, promotor
  `),
  withPatient: phraseList(`
    patient, patients, caregiver, mother, parent, parents, guardian, his, her, paciente, cuidador*,
    madre, padre, padres, tutor,
    grandmother, grandfather, grandparent*, father, mom, dad, daughter, son, wife, husband, family, child,
    children, him, them, residents, abuela, abuelo, hija, hijo, esposa, esposo, familia, nino, nina
  `),
  alone: phraseList(`
    only one dentist, only one office, only one provider, just one dentist, one dentist only, no one
    else, nobody else, no other provider, single provider, single dentist, un solo dentista, un solo
    consultorio, nadie mas
  `),
  several: phraseList(`
    several, multiple, many, two, three, four, different, various, several providers, varios, varias,
    multiples, dos, tres, cuatro, diferentes, distintos
  `),
  treatmentVisit: phraseList(`
    cleaning, filling, extraction visit, the visit, treatment visit, prophylaxis, prophy, limpieza,
    obturacion, la visita, tratamiento dental, treatment
  `),
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Sign = keyof typeof signs;

/** Who may take part, by axis: what makes care worth joining up is counted on these. */
export const participants: Readonly<
  Record<'providers' | 'settings' | 'payers', readonly (readonly string[])[]>
> = {
  providers: [
    ['periodontist*', 'periodoncista*', 'gum specialist'],
    ['orthodontist*', 'ortodoncista*'],
    ['surgeon*', 'cirujano*', 'oral surgery'],
    ['endodontist*', 'endodoncista*'],
    ['prosthodontist*', 'protesista*', 'prostodoncista*'],
    ['pediatric dentist*', 'odontopediatra*'],
    ['general dentist*', 'dentista general'],
    ['anesthesiologist*', 'anestesiologo*', 'anestesista*'],
    phraseList(`
    physician*, pcp, primary care, medico, family doctor, nurse practitioner
  `),
    ['cardiologist*', 'cardiologo*'],
    ['oncologist*', 'oncologo*'],
    ['specialist', 'specialists', 'especialista*'],
    ['pediatrician*', 'pediatra*'],
    phraseList(`
    nephrologist*, hematologist*, rheumatologist*, endocrinologist*, neurologist*, nefrolog*, hematolog*,
    reumatolog*, endocrinolog*, neurolog*
  `),
  ],
  settings: [
    ['hospital', 'operating room', 'surgery center', 'quirofano'],
    phraseList(`
    nursing home, nursing facility, snf, assisted living, asilo, hogar de ancianos, residencia
  `),
    ['school', 'escuela'],
    ['group home'],
    ['dialysis center'],
  ],
  payers: [
    ['medicaid'],
    ['medicare'],
    ['dental plan', 'plan dental'],
    ['medical plan', 'medical insurance', 'seguro medico'],
    phraseList(`
    insurance, insurances, insurer*, insurance company, insurance companies, payer, payers, seguro,
    seguros, aseguradora*, pagador*
  `),
  ],
};
/** Several of those who may take part, whatever they are called. */
export const severalOf =
  /\b(?:two|three|four|five|several|multiple|many|both|all the|different|various|which of two|dos|tres|cuatro|cinco|varios|varias|ambos|ambas|distintos|diferentes) (?:\S+ ){0,2}?(?:providers?|specialists?|dentists?|offices?|practices?|clinics?|surgeons?|doctors?|insur\p{L}*|payers?|plans|proveedores|especialistas|dentistas|consultorios|oficinas|clinicas|medicos|seguros|aseguradoras|planes)\b/u;
