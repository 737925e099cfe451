/**
 * A pure function that remembers, for each subject, what it gave last. States are never changed, only continued, so
 * that the same subject with the same rest gives the same result; what is remembered goes with the subject.
 */
export function remembered<Subject extends object, Rest extends readonly unknown[], Result>(
  work: (subject: Subject, ...rest: Rest) => Result,
): (subject: Subject, ...rest: Rest) => Result {
  const last = new WeakMap<Subject, { readonly rest: Rest; readonly result: Result }>();
  return (subject, ...rest) => {
    const known = last.get(subject);
    if (known?.rest.length === rest.length && known.rest.every((each, index) => each === rest[index]))
      return known.result;
    const result = work(subject, ...rest);
    last.set(subject, { rest, result });
    return result;
  };
}
