import { plain } from './plain-words.ts';

export type AnswerLanguage = 'en' | 'es';

/** Small words by which a language is known; words that two of them share are left out. */
const small: Readonly<Record<AnswerLanguage | 'other', ReadonlySet<string>>> = {
  en: new Set(
    'the is are was were what which when how who why can may do does did will should must have has need for with without of to and or not this that these my our your we you it be if there between per a an on by at from in tell me give about same'.split(
      ' ',
    ),
  ),
  es: new Set(
    'el los las del que cual cuales cuando como quien quienes cuanto cuanta cuantos cuantas por para con sin una un es esta este estan son fue puede puedo pueden debo debe necesito necesita hay se su sus mi me nuestro y o si ya lo le nos entre desde hasta al usar uso codigo paciente seguro cita dentista facturar documentar diferencia donde tengo'.split(
      ' ',
    ),
  ),
  other: new Set(
    // French, German, Portuguese, Italian: enough to know that a question is in neither of our languages.
    'quel quelle quels est sont dois peut peux puis je vous nous votre avec pour dans une des du qui pouvez combien quand comment und der ist sind ich wir mit fur wie wann welche welcher kann darf eine einen nicht voce voces nao sao uma um com das quais qual posso pelo pela pelos pelas ao aos meu minha seus isso fazer devo deve quanto quantos quantas onde tenho convenio il gli della delle sono che quale quando posso possiamo nostro questo anche'.split(
      ' ',
    ),
  ),
};

/** Spanish words that Portuguese, Italian or French write likewise: beside words of theirs they tell nothing. */
const alsoForeign: ReadonlySet<string> = new Set(
  'que como para por se o si un es la le su sus me entre usar uso codigo paciente seguro dentista documentar'.split(
    ' ',
  ),
);

/** Words of other languages that neither of ours has, each as good as two that might be shared. */
const surelyForeign: ReadonlySet<string> = new Set(
  'posso voce voces nao sao possiamo nicht ich peux'.split(' '),
);

/** In which language a question is; 'other' where it is in neither of ours, undefined where no word tells. */
export function languageOf(text: string): AnswerLanguage | 'other' | undefined {
  const letters = text.match(/\p{L}/gu) ?? [];
  const latin = text.match(/\p{Script=Latin}/gu) ?? [];
  if (letters.length >= 4 && latin.length < letters.length / 2) return 'other';
  const words = plain(text).match(/\p{L}+/gu) ?? [];
  const count = (language: AnswerLanguage | 'other') =>
    words.filter((word) => small[language].has(word)).length;
  const en = count('en');
  const es = count('es') + (/[¿¡ñ]/.test(text) ? 2 : 0);
  const other = count('other') + words.filter((word) => surelyForeign.has(word)).length;
  const onlySpanish = words.filter((word) => small.es.has(word) && !alsoForeign.has(word)).length;
  if (other >= 2 && other > Math.max(en, onlySpanish)) return 'other';
  if (en === 0 && es === 0) return undefined;
  return es > en ? 'es' : 'en';
}
