import { isCode, problemLines, type Check } from './project.ts';

// In pieces, so that this file does not find itself.
const words = ['TO' + 'DO', 'FIX' + 'ME', 'XX' + 'X', 'HA' + 'CK'];
const pattern = new RegExp(`\\b(${words.join('|')})\\b.*`);

export const noLeftovers: Check = {
  name: 'no-leftovers',
  why: 'What is not done belongs on the list of work, where someone reads it.',
  find: (files) =>
    files
      .filter((file) => isCode(file) || /\.(sql|yaml|yml|css|md|html)$/.test(file.path))
      .flatMap((file) => problemLines(file, pattern, (found) => found.slice(0, 80))),
};
