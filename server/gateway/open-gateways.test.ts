import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { sayRefusal } from '#contract/say-refusal.ts';
import { CannotStart } from '../cannot-start.ts';
import { gatewayNamed, gatewaysOf } from './gateway.ts';
import { openGateways } from './open-gateways.ts';

const folder = mkdtempSync(join(tmpdir(), 'archway-gateways-'));
afterAll(() => rmSync(folder, { recursive: true }));
const path = join(folder, 'gateways.json');
const environment = { HARBOR_PASSWORD: 'a-secret', EMPTY_PASSWORD: '' };

const core = {
  name: 'harbor',
  kind: 'core',
  address: 'https://edi.example.com/core',
  userName: 'cedar',
  passwordFrom: 'HARBOR_PASSWORD',
};
const drop = { name: 'folders', kind: 'file-drop', folder };

function open(content: unknown) {
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return openGateways(path, environment);
}

/** What is wrong with the file, in both languages; nothing where it opened. */
function faultsIn(content: unknown): readonly string[] {
  try {
    open(content);
    return [];
  } catch (error) {
    if (!(error instanceof CannotStart)) throw error;
    const { refusal } = error;
    expect(refusal.code).toBe('gateway/settings-unusable');
    return (['en', 'es'] as const).map((language) => {
      const { what, why, next } = sayRefusal(language, refusal);
      return `${what} ${why} ${next}`;
    });
  }
}

describe('the file with the ways to payers', () => {
  it('opens both kinds, each for the practices that it names', () => {
    const gateways = open({ gateways: [core, { ...drop, organizations: ['first'] }] });
    expect(gatewaysOf(gateways, 'first').map(({ name, kind }) => [name, kind])).toEqual([
      ['harbor', 'core'],
      ['folders', 'file-drop'],
    ]);
    expect(gatewaysOf(gateways, 'second').map(({ name }) => name)).toEqual(['harbor']);
    expect(gatewayNamed(gateways, 'second', 'folders')).toBeUndefined();
  });

  it('need not be there', () => {
    expect(openGateways(join(folder, 'none.json'), environment).size).toBe(0);
  });

  it.each<[string, object]>([
    ['127.0.0.1', { ...core, address: 'http://127.0.0.1:4000/core' }],
    ['localhost', { ...core, address: 'http://localhost:4000/core' }],
    ['IPv6', { ...core, address: 'http://[::1]:4000/core' }],
    ['with a time', { ...core, timeoutSeconds: 300 }],
    ['looked into at once', { ...drop, settleSeconds: 0, everySeconds: 1 }],
  ])('takes an entry of this machine: %s', (_what, entry) => {
    expect(faultsIn({ gateways: [entry] })).toEqual([]);
  });

  it.each<[string, unknown, string]>([
    ['no JSON', '{"gateways": [', 'JSON'],
    ['a list', [], 'it must be {"gateways": [...]}'],
    ['another member', { gateways: [], more: 1 }, 'it must be'],
    ['an unheard-of kind', { gateways: [core, { ...drop, kind: 'soap' }] }, 'gateways/1/kind'],
    ['no kind', { gateways: [{ name: 'harbor' }] }, 'gateways/0/kind'],
    ['no address', { gateways: [{ ...core, address: undefined }] }, 'gateways/0'],
    ['a member too many', { gateways: [{ ...drop, password: 'x' }] }, 'gateways/0'],
    [
      'a time that is too long',
      { gateways: [{ ...core, timeoutSeconds: 301 }] },
      'gateways/0/timeoutSeconds',
    ],
    ['a name twice', { gateways: [core, { ...drop, name: 'harbor' }] }, '"harbor"'],
    ['half a path', { gateways: [{ ...drop, folder: 'drop' }] }, 'full path'],
    ['an address in the clear', { gateways: [{ ...core, address: 'http://edi.example.com/' }] }, 'https://'],
    ['an address that is none', { gateways: [{ ...core, address: 'edi' }] }, 'https://'],
    [
      'a password in the address',
      { gateways: [{ ...core, address: 'https://a:b@edi.example.com/' }] },
      'https://',
    ],
    ['a password that is not set', { gateways: [{ ...core, passwordFrom: 'NOT_SET' }] }, 'NOT_SET'],
    ['an empty password', { gateways: [{ ...core, passwordFrom: 'EMPTY_PASSWORD' }] }, 'EMPTY_PASSWORD'],
    ['a password itself', { gateways: [{ ...core, passwordFrom: 'a-secret' }] }, 'gateways/0/passwordFrom'],
  ])('with %s is refused with its place', (_what, content, place) => {
    const faults = faultsIn(content);
    expect(faults).toHaveLength(2);
    for (const fault of faults) {
      expect(fault).toContain(path);
      expect(fault).toContain(place);
      expect(fault).not.toContain('a-secret');
    }
  });
});
