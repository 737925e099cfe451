/** The code points that a TrueType or OpenType font has a glyph for. Source: OpenType 1.9, table cmap, formats 4 and 12. */
export function coverageOf(font: Uint8Array): Set<number> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const cmap = tableOffset(view, 'cmap');
  const covered = new Set<number>();
  for (let record = 0; record < view.getUint16(cmap + 2); record++) {
    const subtable = cmap + view.getUint32(cmap + 4 + record * 8 + 4);
    const format = view.getUint16(subtable);
    if (format === 12) addGroups(view, subtable, covered);
    if (format === 4) addSegments(view, subtable, covered);
  }
  if (covered.size === 0) throw new Error('font without a Unicode character map of format 4 or 12');
  return covered;
}

function tableOffset(view: DataView, tag: string): number {
  for (let table = 0; table < view.getUint16(4); table++) {
    const entry = 12 + table * 16;
    const name = String.fromCharCode(...[0, 1, 2, 3].map((at) => view.getUint8(entry + at)));
    if (name === tag) return view.getUint32(entry + 8);
  }
  throw new Error(`font without table ${tag}`);
}

function addGroups(view: DataView, subtable: number, covered: Set<number>): void {
  for (let group = 0; group < view.getUint32(subtable + 12); group++) {
    const at = subtable + 16 + group * 12;
    for (let point = view.getUint32(at); point <= view.getUint32(at + 4); point++) covered.add(point);
  }
}

function addSegments(view: DataView, subtable: number, covered: Set<number>): void {
  const twiceCount = view.getUint16(subtable + 6);
  const ends = subtable + 14;
  const starts = ends + twiceCount + 2;
  const deltas = starts + twiceCount;
  const offsets = deltas + twiceCount;
  for (let segment = 0; segment < twiceCount; segment += 2) {
    const start = view.getUint16(starts + segment);
    const delta = view.getUint16(deltas + segment);
    const offset = view.getUint16(offsets + segment);
    for (let point = start; point <= view.getUint16(ends + segment) && point < 0xffff; point++) {
      const glyph =
        offset === 0
          ? (point + delta) & 0xffff
          : view.getUint16(offsets + segment + offset + (point - start) * 2);
      if (glyph !== 0) covered.add(point);
    }
  }
}
