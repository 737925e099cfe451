/** At most 30 MB a request: the largest scan or import that is taken. */
export const largestBody = 30 * 1024 * 1024;
