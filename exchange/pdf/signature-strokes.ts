export type Point = readonly [x: number, y: number];

/** The box in which signatures are drawn. Source: Consent.signatureStrokes. */
const signatureBox = { width: 600, height: 160 } as const;

const longest = 20_000;

/**
 * Strokes of a signature as lists of points, from an SVG path of the commands M, L, m and l. Undefined when it is
 * not such a path or draws nothing: the caller then says that the drawing cannot be shown.
 */
export function readStrokes(path: string): Point[][] | undefined {
  const commands = path.match(/[MLml][^MLml]*/g) ?? [];
  if (commands.join('') !== path.trim()) return undefined;
  const strokes: Point[][] = [];
  let at: Point = [0, 0];
  for (const command of commands) {
    const points = readPoints(command.slice(1));
    if (!points) return undefined;
    const relative = command.startsWith('m') || command.startsWith('l');
    if (/^m/i.test(command)) strokes.push([]);
    for (const [x, y] of points) {
      at = relative ? [at[0] + x, at[1] + y] : [x, y];
      strokes.at(-1)?.push(inBox(at));
    }
  }
  const drawn = strokes.filter((stroke) => stroke.length > 1);
  return drawn.length > 0 && drawn.flat().length <= longest ? drawn : undefined;
}

function readPoints(text: string): Point[] | undefined {
  const numbers = text.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? [];
  if (numbers.length === 0 || numbers.length % 2 !== 0) return undefined;
  if (text.replace(/-?(?:\d+\.?\d*|\.\d+)/g, '').replace(/[ ,]/g, '') !== '') return undefined;
  const points: Point[] = [];
  for (let i = 0; i < numbers.length; i += 2) points.push([Number(numbers[i]), Number(numbers[i + 1])]);
  return points;
}

function inBox([x, y]: Point): Point {
  return [Math.min(Math.max(x, 0), signatureBox.width), Math.min(Math.max(y, 0), signatureBox.height)];
}
