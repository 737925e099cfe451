import type { Check } from './project.ts';

export const glossary: Check = {
  name: 'glossary',
  why: 'Folders carry the words of the work, and the glossary says what they mean.',
  find: (files) => {
    const known = words(files.find((file) => file.path === 'GLOSSARY.md')?.text ?? '');
    const folders = new Set(
      files
        .flatMap(({ path }) => /^domain\/([^/]+)\//.exec(path)?.[1] ?? [])
        .filter((name) => name !== 'kernel'),
    );
    return [...folders]
      .filter((folder) => !known.includes(` ${folder.replaceAll('-', ' ')} `))
      .map((folder) => ({
        path: 'GLOSSARY.md',
        line: 1,
        message: `does not explain "${folder}" (domain/${folder})`,
      }));
  },
};

/** The text as words with single spaces, hyphens apart: to look up a term whatever its typography. */
function words(text: string): string {
  return ` ${text
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .join(' ')} `;
}
