/**
 * What stands in the record where a name or a word is required and a file gave none; never a name that somebody could have.
 * Whoever shows it says it in the reader's language (`notGiven` in contract/messages).
 */
export const notGiven = '(not given)';
