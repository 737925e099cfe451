/** What leads from a thing back to itself, both ends named; undefined where nothing does. */
export function circleFrom(
  start: string,
  next: (from: string) => readonly string[],
): readonly string[] | undefined {
  const seen = new Set<string>();
  const walk = (from: string, path: readonly string[]): readonly string[] | undefined => {
    if (path.length > 1 && from === start) return path;
    if (seen.has(from)) return undefined;
    seen.add(from);
    for (const to of next(from)) {
      const circle = walk(to, [...path, to]);
      if (circle) return circle;
    }
    return undefined;
  };
  return walk(start, [start]);
}
