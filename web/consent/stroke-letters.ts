/**
 * Plain letters as pen strokes, for whoever signs by keyboard: each letter is drawn in a box 4 wide and 6 high,
 * y downward; strokes are separated by a space, points by a hyphen.
 */
const letters: Readonly<Record<string, string>> = {
  A: '06-20-46 13-33',
  B: '06-00-30-41-42-33-03 33-44-45-36-06',
  C: '41-30-10-01-05-16-36-45',
  D: '06-00-20-42-44-26-06',
  E: '40-00-06-46 03-33',
  F: '40-00-06 03-33',
  G: '41-30-10-01-05-16-36-45-43-23',
  H: '00-06 40-46 03-43',
  I: '10-30 20-26 16-36',
  J: '30-35-26-16-05',
  K: '00-06 40-03-46',
  L: '00-06-46',
  M: '06-00-23-40-46',
  N: '06-00-46-40',
  O: '10-30-41-45-36-16-05-01-10',
  P: '06-00-30-41-42-33-03',
  Q: '10-30-41-45-36-16-05-01-10 34-46',
  R: '06-00-30-41-42-33-03 23-46',
  S: '41-30-10-01-02-13-33-44-45-36-16-05',
  T: '00-40 20-26',
  U: '00-05-16-36-45-40',
  V: '00-26-40',
  W: '00-16-23-36-40',
  X: '00-46 40-06',
  Y: '00-23-40 23-26',
  Z: '00-40-06-46',
  '-': '13-33',
  "'": '20-21',
  '.': '26-26',
};

/** A typed name as an SVG path in the box of a signature, 600 by 160; marks on letters are left out of the drawing. */
export function strokesOfName(name: string): string {
  const drawn = [
    ...name
      .normalize('NFD')
      .replace(/\p{Mark}/gu, '')
      .toUpperCase(),
  ];
  const scale = Math.min(14, 560 / Math.max(1, drawn.length * 5.5));
  const top = 80 - 3 * scale;
  return drawn
    .flatMap((letter, index) =>
      (letters[letter] ?? '')
        .split(' ')
        .filter((stroke) => stroke !== '')
        .map((stroke) => pathOf(stroke, 20 + index * 5.5 * scale, top, scale)),
    )
    .join(' ');
}

function pathOf(stroke: string, left: number, top: number, scale: number): string {
  const points = stroke.split('-').map(([x, y]) => {
    const across = left + Number(x) * scale;
    const down = top + Number(y) * scale;
    return `${across.toFixed(1)} ${down.toFixed(1)}`;
  });
  return `M${points.join(' L')}`;
}
