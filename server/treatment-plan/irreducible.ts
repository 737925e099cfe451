/**
 * Junker's QuickXplain: halves are tried before single parts, so that a small conflict among many is found with few
 * questions. `cannotHold` answers for a set of parts.
 */
export async function irreducible<Part>(
  parts: readonly Part[],
  cannotHold: (kept: readonly Part[]) => Promise<boolean>,
): Promise<readonly Part[]> {
  const search = async (
    kept: readonly Part[],
    isNew: boolean,
    open: readonly Part[],
  ): Promise<readonly Part[]> => {
    if (isNew && (await cannotHold(kept))) return [];
    if (open.length === 1) return open;
    const half = Math.ceil(open.length / 2);
    const [first, second] = [open.slice(0, half), open.slice(half)];
    const inSecond = await search([...kept, ...first], first.length > 0, second);
    const inFirst = await search([...kept, ...inSecond], inSecond.length > 0, first);
    return [...inFirst, ...inSecond];
  };
  return parts.length === 0 ? [] : search([], true, parts);
}
