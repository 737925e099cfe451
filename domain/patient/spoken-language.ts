/**
 * The language that a patient speaks is kept as it came: in words of English or Spanish, or as a tag (BCP 47). Here it is
 * recognized, and said in the language of the reader.
 */
const namedOften =
  'am ar as bn bs chr da de el en es fa fi fr gu hai he hi hmn ht hr hu hy id ig ilo it ja ka km kn ko lo lt lv mah ml mr my nl no nv ne pa pl ps pt ro ru sk sm so sq sr sv sw ta te th ti tl to tr uk ur vi yi yo yue zh'.split(
    ' ',
  );

const writers = ['en', 'es'] as const;

function namesIn(reader: (typeof writers)[number]): Intl.DisplayNames {
  return new Intl.DisplayNames([reader], { type: 'language', fallback: 'none' });
}

function plain(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase();
}

let tagsByName: ReadonlyMap<string, string> | undefined;

function tagsOfNames(): ReadonlyMap<string, string> {
  tagsByName ??= new Map([
    ['castilian', 'es'],
    ['castellano', 'es'],
    ['tagalog', 'tl'],
    ...writers.flatMap((writer) => {
      const names = namesIn(writer);
      return namedOften.map((tag) => [plain(names.of(tag) ?? tag), tag] as const);
    }),
  ]);
  return tagsByName;
}

/** The tag of a language that was written as a tag or by its English or Spanish name; undefined where nobody can tell. */
export function languageTag(written: string): string | undefined {
  const text = written.trim();
  const byName = tagsOfNames().get(plain(text));
  if (byName !== undefined) return byName;
  if (!/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(text)) return undefined;
  return namesIn('en').of(text) === undefined ? undefined : Intl.getCanonicalLocales(text)[0];
}

/** The language by its name in the reader's, at the head of a line; what nobody recognizes stays as it was written. */
export function languageName(written: string, reader: string): string {
  const tag = languageTag(written);
  const name = tag === undefined ? undefined : namesIn(reader.startsWith('es') ? 'es' : 'en').of(tag);
  return name === undefined ? written : name.charAt(0).toUpperCase() + name.slice(1);
}
