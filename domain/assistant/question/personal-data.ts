/** What people paste with a question and what nobody needs to answer it. */
export const personalKinds = [
  'ssn',
  'birth-date',
  'record-number',
  'telephone',
  'email',
  'address',
  'name',
] as const;
export type PersonalKind = (typeof personalKinds)[number];

/** In the order in which they are looked for: what is marked as something goes first, bare numbers later. */
const patterns: readonly { readonly kind: PersonalKind; readonly pattern: RegExp }[] = [
  { kind: 'email', pattern: /[\p{L}\d._%+-]+@[\p{L}\d.-]+\.\p{L}{2,}/giu },
  {
    kind: 'ssn',
    pattern:
      /(?:\b(?:ssn|social security(?: (?:number|no\.?|#))?|seguro social|n[uú]mero de seguro social)\b[\s:#]*)?\b\d{3}[- ]\d{2}[- ]\d{4}\b|\b(?:ssn|social security(?: number)?|seguro social)\b[\s:#]*\d{9}\b/giu,
  },
  {
    kind: 'birth-date',
    pattern:
      /\b(?:dob|d\.o\.b\.?|birth ?date|date of birth|born(?: on)?|fecha de nacimiento|f\.?\s?nac\.?|nacid[oa](?: el)?|fdn)\b[\s:#]*(?:is\s+)?(?:\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}|\p{L}+\.? \d{1,2},? \d{4}|\d{1,2} (?:de )?\p{L}+ (?:de )?\d{4})/giu,
  },
  {
    kind: 'record-number',
    pattern:
      /\b(?:mrn|medical record(?: (?:number|no\.?))?|chart (?:no\.?|number|#)|member (?:id|number|no\.?)|subscriber id|patient id|medicaid (?:id|no\.?|number)|expediente(?: (?:n[uú]m(?:ero)?\.?|no\.?))?|n[uú]mero de (?:expediente|miembro|afiliado)|id)(?!\p{L})\s*[:#]?\s*[a-z]{0,4}-?\d[\w-]{3,}/giu,
  },
  {
    kind: 'telephone',
    pattern:
      /(?:\b(?:tel\.?|phone|cell|tel[eé]fono|cel\.?)[\s:]*)?(?:\+?1[ .-]?)?(?:\(\d{3}\)\s?|\b\d{3}[ .-])\d{3}[ .-]\d{4}\b/giu,
  },
  {
    kind: 'address',
    pattern:
      /\b\d{1,5} (?:[NSEW]\.? )?\p{Lu}[\p{L}]+(?: \p{Lu}[\p{L}]+)? (?:[Ss]t(?:reet)?|[Aa]ve(?:nue)?|[Rr](?:oa)?d|[Bb]lvd|[Bb]oulevard|[Ll]ane|[Ll]n|[Dd]rive|[Cc]ourt|[Cc]t|[Ww]ay)\b\.?/gu,
  },
];

/** Words that begin with a capital and are no names. */
const noNames =
  /^(?:Apple|Health|Washington|Medicaid|Medicare|South|North|Carolina|Dental|Delta|Plan|Bright|Harbor|Lakeshore|Mutual|Healthy|Connections|Can|May|Will|What|Which|When|Does|Is|The|Needs?|With|Has|And|For|Medi|Cal|New|Texas|California|United|Care|Cross|Blue|Shield|Northeast|Insurance)$/u;

const capitalized = String.raw`\p{Lu}[\p{Ll}'’-]+`;
const fullName = String.raw`${capitalized}(?: (?:\p{Lu}\.|de|del|la|los|van|von|${capitalized})){0,3} ${capitalized}`;
/** A name is known by what stands around it: a title, "patient", or personal data right behind it. */
const introduced = new RegExp(
  String.raw`(?<=\b(?:[Mm]rs?\.?|[Mm]s\.?|[Mm]iss|[Ss]ra?\.?|[Ss]rta\.?|[Pp]atient(?:'s name(?: is)?)?:?|[Pp]atient named|[Pp]t\.?|[Pp]aciente:?|[Nn]ame:|[Nn]ombre:|named|called|llamad[oa]|se llama) )(?:${fullName}|${capitalized})`,
  'gu',
);
const followed = new RegExp(
  String.raw`(?:${fullName})(?=[,;:]?\s*\(?\s*(?:\[|[Aa]ge\b|\d{1,3}\s?(?:yo|y/o|years?)\b|a[ñn]os))`,
  'gu',
);
const lastFirst = new RegExp(
  String.raw`${capitalized}, ${capitalized}(?: \p{Lu}\.)?(?=[,;:]?\s*\(?\s*\[)`,
  'gu',
);

export interface WithoutPersonalData {
  readonly text: string;
  readonly found: readonly PersonalKind[];
}

/** The text with personal data replaced by `[ssn]`, `[name]` …, before anything reads, keeps or logs it. */
export function withoutPersonalData(text: string): WithoutPersonalData {
  const found = new Set<PersonalKind>();
  const replaced = patterns.reduce(
    (sofar, { kind, pattern }) =>
      sofar.replaceAll(pattern, () => {
        found.add(kind);
        return `[${kind}]`;
      }),
    text,
  );
  const named = [lastFirst, followed, introduced].reduce(
    (sofar, pattern) =>
      sofar.replaceAll(pattern, (name: string) => {
        if (name.split(' ').every((word) => noNames.test(word.replace(/[,.]$/, '')))) return name;
        if (noNames.test(name.split(' ')[0] ?? '')) return name;
        found.add('name');
        return '[name]';
      }),
    replaced,
  );
  return { text: named, found: personalKinds.filter((kind) => found.has(kind)) };
}
