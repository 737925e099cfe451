import type { SourceFile } from './project.ts';

/** A project of a test's own: path to text. */
export function fixture(files: Readonly<Record<string, string>>): SourceFile[] {
  return Object.entries(files).map(([path, text]) => ({ path, text }));
}
