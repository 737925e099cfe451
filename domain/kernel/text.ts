/**
 * Whether a text can be kept and sent on as it is. Line breaks and tabs are fine; PostgreSQL cannot store NUL, the
 * other control characters corrupt X12 and PDF, and half of a surrogate pair is no character at all.
 */
export function isKeepable(text: string): boolean {
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  return !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text) && text.isWellFormed();
}

/** A name as it is compared: however it is capitalized, spaced or put together from its accents. */
export function plainName(name: string): string {
  return name.normalize('NFC').toLowerCase().trim().replace(/\s+/g, ' ');
}
