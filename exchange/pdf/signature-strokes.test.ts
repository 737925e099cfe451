import { expect, test } from 'vitest';
import { readStrokes } from './signature-strokes.ts';

test.each([
  [
    'absolute',
    'M10 20L30 40',
    [
      [
        [10, 20],
        [30, 40],
      ],
    ],
  ],
  [
    'several points of one command',
    'M10,20 L30,40 50,60',
    [
      [
        [10, 20],
        [30, 40],
        [50, 60],
      ],
    ],
  ],
  [
    'relative',
    'M10 20l5-5m10 10l1 1',
    [
      [
        [10, 20],
        [15, 15],
      ],
      [
        [25, 25],
        [26, 26],
      ],
    ],
  ],
  [
    'fractions',
    'M.5 1.25 L 2. 3',
    [
      [
        [0.5, 1.25],
        [2, 3],
      ],
    ],
  ],
  [
    'a dot that draws nothing is left out',
    'M1 1 M2 2 L3 3',
    [
      [
        [2, 2],
        [3, 3],
      ],
    ],
  ],
  [
    'outside the box',
    'M-5 900 L700 80',
    [
      [
        [0, 160],
        [600, 80],
      ],
    ],
  ],
])('%s', (_, path, strokes) => {
  expect(readStrokes(path)).toEqual(strokes);
});

test.each([
  ['nothing', ''],
  ['only a dot', 'M10 20'],
  ['half a point', 'M10 20 L30'],
  ['no number', 'M . L - ,'],
  ['numbers before a command', '10 20 M1 1 L2 2'],
  ['another command', 'M1 1 C 2 2 3 3 4 4'],
  ['more points than a signature has', `M1 1 L${'2 2 '.repeat(20_001)}`],
])('%s is not drawn', (_, path) => {
  expect(readStrokes(path)).toBeUndefined();
});
