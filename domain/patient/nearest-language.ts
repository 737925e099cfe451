/** Of the languages in which we write to patients, the one nearer to theirs, which is written in words or as a tag. */
export function nearestLanguage(language: string | undefined): 'en' | 'es' {
  return /^(es\b|spanish|español|castilian|castellano)/i.test(language?.trim() ?? '') ? 'es' : 'en';
}
