import type { ImportMessage } from './from-outcome.ts';
import { clip } from './read-values.ts';

/**
 * Every message of an import, in English. The same texts with their Spanish are in contract/messages under
 * "fhirImport"; a test keeps the three together. Events keep the English words, the report has the ids.
 */
export const importWords = {
  reason: {
    enteredInError: 'Its source marked it as entered in error.',
    ruledOut: 'Its source ruled it out.',
    notDone: 'Its source says that it was not done.',
    canceled: 'Its source canceled it.',
    mustNotBeGiven: 'It says what must not be given; read it word for word.',
    mustNotBeDone: 'It says what must not be done; read it word for word.',
    noPlace: 'The record has no place of its own for this type, {{type}}.',
    observationNotUsed: 'It is not among the observations that matter to dental coordination.',
    observationOlder: 'A later one of the same kind, of {{date}}, is used.',
    orderNotUsed: 'It is an order, but neither a referral nor a dental procedure.',
    taskOfReferral: 'It tells how far its sender is with the referral {{referral}}.',
    taskWithoutReferral: 'It is a task whose referral this file does not hold.',
    consentElsewhere:
      'A consent recorded elsewhere is not a signed authorization here: record the signed paper as a consent.',
    payer: 'It is a payer, named by a coverage; payers are set up in the practice.',
    medicationOfRequest: 'It says which medication a request or statement means, and is read there.',
    siteOfResource: 'It says where in the mouth another resource belongs, and is read there.',
    composition: 'It orders the parts of the document; each part has its own line here.',
    bundleInside:
      'It is a Bundle inside a Bundle (entries: {{count}}), which is not read here; import it as a file of its own.',
    noName: 'It has no name under which it could be listed.',
    noOwner: 'It does not say whose it is, so it is kept with {{patient}} and read nowhere.',
    absentPatient:
      'It names {{reference}}, whom the file does not hold, so it is kept with {{patient}} and read nowhere.',
    unchanged: 'It was imported before and has not changed.',
    versionBefore: 'This version was imported before; a later one counts.',
    repeated: 'The same resource comes again later in the file; the later one counts.',
    noResource: 'The entry holds no resource.',
    notToRecord: 'The entry asks a server to {{method}}; it brings nothing to record.',
    notOfPatient: 'It is a message of the sending system, not a part of the record.',
    noDirectoryEntry: 'The file brings no patient with whom it could be kept.',
  },
  flag: {
    update: 'It was imported before and its source has changed it since.',
    withdrawn: 'Its source has withdrawn it since it was imported; what was recorded is marked, not erased.',
    restricted: 'Its source restricts who may see it, without saying why.',
    sensitive: 'Its source or its diagnosis marks it as sensitive: {{category}}.',
    atYourWord:
      'It names {{reference}}; it was put into this record at the word of the person who imported it.',
    subjectElsewhere:
      'The document is about {{subject}}, whom the file does not hold. The referral is kept with {{patient}}: find out whose it is before anything is done.',
    idDiffers: 'Its address ends in {{address}}, but its id is {{id}}.',
    sameAddress: 'Another {{address}} was imported before under another base address; both are kept.',
    absentReference: '{{element}} names {{reference}}, which the file does not hold.',
    nameMissing: 'The name is missing.',
    lastNameMissing: 'The last name is missing from the name.',
    firstNameMissing: 'The first name is missing from the name.',
    sexOther: 'The administrative gender is "{{value}}", which a claim cannot carry.',
    sexMissing: 'The administrative gender is missing.',
    addressNotUs: 'The address cannot be read as a US postal address and is kept as received.',
    addressMissing: 'There is no address.',
    contactMissing: 'There is no way to reach them.',
    socialSecurityNumber: 'A Social Security number is kept word for word only and is not in the record.',
    identifierOfOther: 'Identifier {{value}} belongs to another patient here, who was born on another day.',
    matchedByIdentifier: 'Recognized as a patient already here by identifier {{value}}.',
    differs: '{{element}} says "{{received}}"; the record says "{{recorded}}" and was left as it is.',
    inactive: 'Its source marks it as no longer in use.',
    npiInvalid: 'NPI "{{value}}" fails its check and is not used.',
    npiSeveral: 'It states several NPIs; only the first valid one is used.',
    specialtyUnknown: 'Its specialty "{{value}}" is not one that the directory knows.',
    specialtyMissing: 'It states no specialty.',
    roleWithoutContact: 'The role states no way to reach it.',
    severalRoles: 'The practitioner has several roles; the first is in the directory.',
    directoryDiffers: 'The directory already has {{name}} and was left as it is.',
    takenByName:
      'Taken for {{name}} ({{organization}}) of the directory by name alone; make sure that it is the same one.',
    providerAlike:
      'The directory has {{name}}, who may be the same; this one is listed beside it until a person decides.',
    providerPerhaps:
      'The directory has {{name}} of {{organization}}, who may be the same: family name, first initial and organization agree. This one is listed beside it until a person decides.',
    npiNotThere:
      'It states NPI {{npi}}, which the directory does not have for {{name}}; add it there if it is the same one.',
    npiDiffers:
      'The directory has {{name}} under NPI {{recorded}}; this one states {{npi}} and is listed on its own, for two NPIs are never made one.',
    notKept: 'It is suggested for the directory only; without a patient it is not kept word for word.',
    noDiagnosis: 'It has no ICD-10-CM code; add one before a claim relies on it.',
    diagnosisInvalid: '"{{value}}" is stated as ICD-10-CM but does not have its form; it is not used.',
    diagnosesSeveral: 'It states several ICD-10-CM codes; the first, {{value}}, is used.',
    nothingStated: 'It does not say what it is.',
    categoryMissing: 'It has no category.',
    statusMissing: 'It has no status; it is taken as {{value}}.',
    statusUnstated: 'It has no status.',
    statusDoubtful: 'Its status is "{{value}}".',
    dateIncomplete: '{{element}} "{{value}}" is not a full date, so no date is recorded.',
    dateMissing: '{{element}} is missing.',
    toothUnknown: '"{{value}}" is stated as a tooth number but is none; it is not used.',
    orderedOnly: 'It was planned or ordered; nothing says that it was done.',
    payorMissing: 'Its payer has no name.',
    payerMatched: 'Tied to the payer {{name}} of the practice, which has the same name or identifier.',
    payerUnknown: 'Its payer is not among the payers of the practice.',
    memberIdMissing: 'It has no member number.',
    memberIdFromIdentifier: 'The member number was taken from the identifier {{system}}.',
    coverageOneDay: 'It lasts a single day, {{date}}.',
    coverageBackwards: 'It ends before it begins.',
    coverageOver: 'It ended on {{date}}.',
    coverageKindUnstated: 'It does not say whether it is dental or medical; it is taken as {{kind}}.',
    priorityUnstated: 'It does not say whether it is primary or secondary; it is taken as primary.',
    relationshipMissing: 'It does not say how the patient is related to the subscriber.',
    subscriberMissing: 'It does not name the subscriber.',
    relationshipUnstated: 'It does not say what they are to the patient.',
    noAuthority: 'Being related is no proof of authority to sign; record the authority with the consent.',
    requesterMissing: 'It does not say who refers.',
    reasonMissing: 'It gives no reason for the referral.',
    attachmentOnly: 'It has parts that are not text; they are kept word for word.',
    textCut: 'Its text is longer than the record keeps; the whole is kept word for word.',
    samePlace:
      'Another coverage of the same kind has the same place; ask both payers which pays first, or no estimate can be made.',
    dependsOnThemselves: 'It says that the patient depends on themselves; correct the subscriber.',
    childNotYounger:
      'It says that the patient is the child of somebody who is not older; correct the subscriber, or who depends on whom.',
    circularDependants:
      'By the coverages of this file people are the children of each other in a circle; correct the subscriber, or who depends on whom.',
  },
} as const;

export type ReasonId = keyof (typeof importWords)['reason'];
export type FlagId = keyof (typeof importWords)['flag'];
type Params = Readonly<Record<string, string | number>>;

export function reason(id: ReasonId, params: Params = {}): ImportMessage {
  return message(`fhirImport.reason.${id}`, importWords.reason[id], params);
}

export function flag(id: FlagId, params: Params = {}): ImportMessage {
  return message(`fhirImport.flag.${id}`, importWords.flag[id], params);
}

/** Parameters are clipped so that the words fit an event. */
function message(id: string, template: string, params: Params): ImportMessage {
  const short = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'string' ? clip(value, 100) : value,
    ]),
  );
  const words = template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(short[name] ?? ''));
  return { id, params: short, words: clip(words, 300) };
}
