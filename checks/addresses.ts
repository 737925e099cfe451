import { problemLines, type Check, type Problem, type SourceFile } from './project.ts';

// Patterns are written so that this file does not match itself.
const registry = /(registry\.(npmjs|yarnpkg)\.|npm\.pkg\.github\.|\bregistry\s*=\s*http)/;
const download = /"resolved"\s*:/;
const machinePath = /(^|[\s"'`(=:])(\/(work|root|home\/[\w.-]+|Users\/[\w.-]+)\/[\w.]|[A-Z]:\\Users\\)/;

export const addresses: Check = {
  name: 'addresses',
  why: 'Everyone installs from the registry of their own choice, on a machine of their own.',
  find: (files) => files.flatMap((file) => [...registries(file), ...paths(file)]),
};

function registries(file: SourceFile): Problem[] {
  if (file.path.startsWith('checks/addresses')) return [];
  const named = problemLines(file, registry, (found) => `the address of a package registry (${found})`);
  if (!file.path.endsWith('package-lock.json')) return named;
  return [...named, ...problemLines(file, download, () => 'the lockfile names a download address')];
}

function paths(file: SourceFile): Problem[] {
  if (file.path.startsWith('checks/addresses')) return [];
  return problemLines(file, machinePath, (found) => `a path of one machine (${found}…)`);
}
