/**
 * How far the question is answered: all of it, a part of it, or nothing that was asked. "No" and "none of these
 * codes" are answers; a payer whose rule nobody has seen is not known.
 */
export const answerStatuses = ['answered', 'partly', 'not-known'] as const;
