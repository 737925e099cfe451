/** The error and what caused it, outermost first. */
function* withCauses(error: unknown): Generator<Error> {
  for (let each = error; each instanceof Error; each = each.cause) yield each;
}

function codeOf(error: Error): string {
  return 'code' in error ? String(error.code) : '';
}

/** What was being written did not fit: PostgreSQL says so, or the system does. The transaction is undone. */
export function isDiskFull(error: unknown): boolean {
  return [...withCauses(error)].some((each) => ['53100', 'ENOSPC'].includes(codeOf(each)));
}

/** Connection exceptions and shutdowns of PostgreSQL (classes 08 and 57P), those of the system, and those of pg. */
export function isOutage(error: unknown): boolean {
  return [...withCauses(error)].some(
    (each) =>
      /^(08|57P0[1-5])/.test(codeOf(each)) ||
      ['ECONNRESET', 'EPIPE', 'ETIMEDOUT'].includes(codeOf(each)) ||
      ('syscall' in each && each.syscall === 'connect') ||
      /^Connection terminated|not queryable/.test(each.message),
  );
}
