import { anyOf, phraseList } from './plain-words.ts';

/** Treatment that people ask the guide about and that it has no page for; in our own words, the first is what it is called. */
const treatments: readonly { readonly en: string; readonly es: string; readonly names: readonly string[] }[] =
  [
    {
      en: 'Scaling and root planing (SRP)',
      es: 'El raspado y alisado radicular (SRP)',
      names: phraseList(`
    srp, scaling and root planing, scaling, root planing, deep cleaning, raspado y alisado, raspado, limpieza profunda
  `),
    },
    {
      en: 'A cleaning',
      es: 'Una limpieza',
      names: phraseList('cleaning, prophylaxis, prophy, limpieza, profilaxis'),
    },
    {
      en: 'A filling',
      es: 'Una obturación',
      names: phraseList('filling, fillings, obturacion, empaste, empastes'),
    },
    { en: 'A crown', es: 'Una corona', names: ['crown', 'crowns', 'corona', 'coronas'] },
    {
      en: 'An extraction',
      es: 'Una extracción',
      names: phraseList('extraction, extractions, extraccion, extracciones'),
    },
    {
      en: 'An implant',
      es: 'Un implante',
      names: phraseList('implant, implants, implante, implantes'),
    },
    {
      en: 'Root canal treatment',
      es: 'La endodoncia',
      names: phraseList('root canal, root canals, endodoncia'),
    },
    {
      en: 'A denture',
      es: 'Una prótesis',
      names: phraseList('denture, dentures, protesis, dentadura'),
    },
  ];

const asking =
  '(?:for|of|cover|covers|pay|pays|bill|billing|is|are|code|para|por|de|del|cubre|paga|cobrar|facturar|es|codigo)';
const small = '(?:a|an|the|one|two|un|una|el|la|los|las)';

/** The treatment stands where the question says what it is about: "for a crown", "what is SRP", "SRP code?". */
const patterns = treatments.map(({ en, es, names }) => ({
  en,
  es,
  pattern: new RegExp(
    `(?:\\b${asking} (?:${small} )?(?:periodontist )?|^(?:periodontist )?)${anyOf(names).source}(?: (?:code|codigo))?(?= ?(?:[?.,;!]|$)| (?:be|with|con|on|in|today)\\b)`,
    'u',
  ),
}));

/** Words by which a question tells of work around the treatment, and so does not ask about the treatment. */
const workAround =
  /\b(?:coordin\p{L}*|arrang\p{L}*|call\p{L}*|phone\p{L}*|talk\p{L}*|sp[eo]ke?\p{L}*|plan(?:ned|ning)|agree\p{L}*|refer\p{L}*|schedul\p{L}*|letter|fax\p{L}*|between|consult\p{L}*|transport\p{L}*|llam\p{L}*|habl\p{L}*|acord\p{L}*|referi\p{L}*|agend\p{L}*|entre|organiz\p{L}*)\b/u;

export interface NamedTreatment {
  readonly en: string;
  readonly es: string;
}

/** The treatment that a question in plain words is about; undefined where it is only told of. */
export function namedTreatment(words: string): NamedTreatment | undefined {
  if (workAround.test(words)) return undefined;
  return patterns.find(({ pattern }) => pattern.test(words));
}
