import type { ActivityKind } from '../../activity/activity.ts';
import type { Performer } from '../../activity/performer.ts';
import type { WorkFacts } from '../../code-guide/work-facts.ts';
import { anyOf, phraseList, wordsOf } from './plain-words.ts';

/** What a description of work says in words; the choice of the code is `chooseCode`'s, never made here. */
const signs = {
  routine: phraseList(`
    revisar .. beneficios, verificar .. beneficios, revisar .. elegibilidad, verificar .. elegibilidad, verificar .. cobertura, check* .. benefits, check* .. eligibility, verif* .. benefits, verif* .. eligibility, text* .. reminder*,
    schedul*, confirm, confirming, confirmation, reminder*, remind, reminding, book, booking, booked,
    rescheduling, benefit check, routine benefit*, check benefits, checking benefits, verify benefits,
    verified benefits, eligibility check, check eligibility, checking eligibility, benefits check,
    verifying eligibility, send x-rays, send x rays, send records, sending records, sent records,
    sending x-rays, sending x rays, forward records, forwarding records, sent the x-rays, sent the x
    rays, sent the records, just send, just sent, fax* records, told the patient to call, tell the
    patient to call, gave the patient the phone number, front desk task*, answering the phone, programar
    citas, programar una cita, agendar, agendar citas, confirmar citas, confirmar la cita,
    recordatorio*, recordar la cita, verificar beneficios, verificar la elegibilidad, revisar
    beneficios, enviar radiografias, enviar expedientes, mandar radiografias, mandar el expediente,
    enviar el expediente, enviamos las radiografias, hacer citas, sacar citas
  `),
  notReached: phraseList(`
    voicemail, voice mail, left a message, leave a message, leaving a message, no answer, nobody
    answered, did not answer, buzon de voz, mensaje de voz, deje un mensaje, dejar un mensaje, dejamos
    un mensaje, nadie contesto, no contesto, no contestaron
  `),
  barrier: phraseList(`
    make it to the visit, make it to the appointment, could make it, could come, could attend, pudiera
    venir, pudiera acudir, transport, transportation, a ride, van ride, rides, taxi, bus pass, uber,
    lyft, child care, childcare, babysit*, afraid to come, fear of coming, keeps missing, could not
    come, get to the appointment, get to the clinic, get to her appointment, get to his appointment, no
    way to get, barrier*, transporte, guarderia, cuidado de los ninos, quien cuide, viaje, barrera*,
    venir a la cita, llegar a la cita, acudir, pase de autobus
  `),
  counseling: phraseList(`
    motivational interview*, motivational, change behavior, behavior change, quit smoking, quitting,
    stop smoking, change his habit*, change her habit*, change a habit, ambivalen*, readiness to change,
    entrevista motivacional, motivacional, dejar de fumar, cambiar de habito*, cambiar sus habitos,
    cambiar un habito, cambiar el habito
  `),
  education: phraseList(`
    taught, teach, teaching, teach back, literacy, educated, education session, health education, showed
    .. how to, instruct*, how to brush, brushing instruction*, ensene, ensenamos, ensenar, enseno,
    ensenanza, educacion, como cepillar*, alfabetizacion, instruccion*
  `),
  medical: phraseList(`
    physician*, cardiologist*, oncologist*, nephrologist, endocrinologist, hematologist, pediatrician,
    primary care, pcp, medical doctor, patient's doctor, family doctor, nurse practitioner, surgeon
    general, obstetrician, neurologist, internist, pulmonologist, psychiatrist, transplant team, medical
    team, rheumatologist, the doctor, medico, medica, cardiologo, cardiologa, oncologo, oncologa,
    nefrologo, pediatra, endocrinologo, hematologo, medico de cabecera, obstetra, neurologo, internista
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
    paciente, vio al paciente, evaluar al paciente, evaluo
  `),
  asked: phraseList(`
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
    adaptamos, adaptar el tratamiento, en su silla de ruedas, mas personal
  `),
  coordinated: phraseList(`
    coordinat*, line* up, lines up, lined up, arrange* .. between, talked with another office, talked to
    another office, called another office, another office, other offices, other office, spoke with,
    talked with, talked to, called the, calls the, called, calling, contacted, navigate, navigation,
    work out which, figure out which, helped .. decide, help .. decide, one plan, single plan, case
    conference, treatment conference, consultation, needs, coordin*, hablo con, hable con, hablamos con,
    llamo al, llamo a la, llamamos, llame, llamar, contacto, contactamos, un solo plan, otro
    consultorio, otros consultorios, ayudamos, navegacion, reunion
  `),
  byDentist: phraseList(`
    the dentist, dentist called, dentist calls, dentist spoke, dentist talked, dentist phoned, dentist
    consult*, our dentist, doctor called, dr, dds, dmd, i am the dentist, as the dentist, el dentista,
    la dentista, nuestro dentista, odontologo, nuestro odontologo, el doctor llamo, la doctora llamo,
    our periodontist, our specialist, our oral surgeon, our endodontist, nuestro periodoncista
  `),
  byCoordinator: phraseList(`
    coordinator, front desk, assistant, office manager, receptionist, staff, case manager, secretary,
    coordinadora, coordinador, asistente, recepcionista, recepcion, secretaria, personal
  `),
  byHygienist: ['hygienist', 'hygienists', 'higienista', 'higienistas'],
  byOther: phraseList(`
    community health worker, chw, social worker, nurse, promotora, trabajadora social, trabajadora de
    salud, promotor de salud
  `),
  withPatient: phraseList(`
    patient, patients, caregiver, mother, parent, parents, guardian, his, her, paciente, cuidador*,
    madre, padre, padres, tutor
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

type Sign = keyof typeof signs;

/** Who may take part, by axis: what makes care worth joining up is counted on these. */
const participants: Readonly<Record<'providers' | 'settings' | 'payers', readonly (readonly string[])[]>> = {
  providers: [
    ['periodontist*', 'periodoncista*', 'gum specialist'],
    ['orthodontist*', 'ortodoncista*'],
    ['oral surgeon*', 'cirujano oral', 'cirujano maxilofacial', 'cirujano*', 'oral surgery'],
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
    seguros, aseguradora*
  `),
  ],
};
const severalOf = anyOf(
  phraseList(`
    several providers, several specialists, several dentists, several offices, multiple providers,
    multiple specialists, multiple offices, multiple dentists, two specialists, two dentists, two
    offices, three specialists, three offices, three providers, two insurance*, two payers, two plans,
    two dental plans, which of two insurance*, different specialists, different offices, all the
    specialists, varios proveedores, varios especialistas, varios dentistas, varios consultorios, dos
    seguros, dos especialistas, dos dentistas, tres especialistas, diferentes especialistas, dos
    aseguradoras, varias oficinas
  `),
);

export const describedWords: readonly string[] = wordsOf([
  ...Object.values(signs).flat(),
  ...Object.values(participants).flat(2),
]);

const signPatterns = new Map((Object.keys(signs) as Sign[]).map((sign) => [sign, anyOf(signs[sign])]));
const participantPatterns = Object.values(participants).map((axis) => axis.map((names) => anyOf(names)));

export interface DescribedWork {
  readonly facts: WorkFacts;
  /** Whether the words say what was done; without that nothing can be chosen. */
  readonly kindKnown: boolean;
  readonly performerKnown: boolean;
  readonly partyKnown: boolean;
}

/** The facts of a piece of work as far as a question in plain words gives them. */
export function describedWork(text: string): DescribedWork {
  const has = (sign: Sign) => signPatterns.get(sign)?.test(text) === true;
  const [providers = 0, settings = 0, payers = 0] = participantPatterns.map(
    (axis) => axis.filter((pattern) => pattern.test(text)).length,
  );
  const many = severalOf.test(text);
  const medical = has('medical');
  const performer = performerOfWords(has);
  const ownSpecialist =
    /\b(?:our|my|nuestr[oa]|mi) (?:periodontist|orthodontist|oral surgeon|endodontist|specialist|periodoncista)/u.test(
      text,
    );
  const outside = Math.max(0, providers - (ownSpecialist ? 1 : 0));
  const kind = kindOf({ has, medical, performer, outside, settings, payers, many });
  return {
    facts: {
      kind: kind ?? 'coordination-with-provider',
      performer: performer ?? 'coordinator',
      partyKinds: partyKindsOf({ has, outside, settings, payers }),
      modality: 'unknown',
      reached: has('notReached') ? 'message-left' : 'reached',
      medicalClinician: medical ? 'yes' : outside > 0 ? 'no' : 'unknown',
      medicalMatter: has('medicalMatter') ? 'yes' : 'unknown',
      patientExamined: has('examined') ? 'yes' : 'no',
      askedByPractitioner: has('asked') ? 'yes' : 'no',
      deliveryModified: has('modified') ? 'yes' : 'no',
      patientDecided: 'unknown',
      breadth: {
        providers: Math.max(1 + outside, many ? 2 : 1),
        specialties: providers,
        settings,
        payers: Math.max(payers, many && payers > 0 ? 2 : 0),
      },
      payerUses: [],
    },
    kindKnown: kind !== undefined || has('alone') || has('notReached') || has('examined') || has('modified'),
    performerKnown: performer !== undefined || has('alone'),
    partyKnown: has('alone') || outside > 0 || settings > 0 || payers > 0 || many,
  };
}

function performerOfWords(has: (sign: Sign) => boolean): Performer | undefined {
  if (has('byCoordinator')) return 'coordinator';
  if (has('byHygienist')) return 'hygienist';
  if (has('byOther')) return 'other';
  // Whoever examined at another's request is a practitioner.
  return has('byDentist') || (has('examined') && has('asked')) ? 'dentist' : undefined;
}

function kindOf({
  has,
  medical,
  performer,
  outside,
  settings,
  payers,
  many,
}: {
  readonly has: (sign: Sign) => boolean;
  readonly medical: boolean;
  readonly performer: Performer | undefined;
  readonly outside: number;
  readonly settings: number;
  readonly payers: number;
  readonly many: boolean;
}): ActivityKind | undefined {
  const joins = outside + settings + payers >= 2 || many;
  if (has('routine') && !joins) return 'routine-office-function';
  if (has('barrier') && !joins) return 'attendance-barrier-work';
  if (has('counseling')) return 'behavior-counseling';
  if (has('education')) return 'oral-health-education';
  if (medical && outside <= 1 && settings === 0 && payers === 0 && performer === 'dentist')
    return 'dentist-medical-consultation';
  if (has('modified')) return undefined;
  if (joins || has('coordinated')) {
    if (outside === 0 && payers > 0 && settings === 0) return 'coordination-with-payer';
    if (outside === 0 && settings > 0) return 'coordination-with-facility';
    if (outside > 0 || many) return 'coordination-with-provider';
  }
  return undefined;
}

function partyKindsOf({
  has,
  outside,
  settings,
  payers,
}: {
  readonly has: (sign: Sign) => boolean;
  readonly outside: number;
  readonly settings: number;
  readonly payers: number;
}): WorkFacts['partyKinds'] {
  return [
    ...(outside > 0 ? (['provider'] as const) : []),
    ...(settings > 0 ? (['facility'] as const) : []),
    ...(payers > 0 ? (['payer'] as const) : []),
    ...(has('withPatient') || has('counseling') || has('education') ? (['patient'] as const) : []),
  ];
}

/** Who a question asks about, where it asks who may do the work. */
export function askedPerformer(text: string): Performer | undefined {
  return performerOfWords((sign) => signPatterns.get(sign)?.test(text) === true);
}
