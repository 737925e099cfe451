import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { bundleVerifier } from './bundle-verifier.ts';
import { describeReport } from './describe-report.ts';
import { newKey, packetInput } from './packet.samples.ts';
import { readZip } from './read-zip.ts';
import { sealPacket } from './seal-packet.ts';
import { verifyPacket, type PacketReport } from './verify-packet.ts';
import { writeZip } from './write-zip.ts';

const key = newKey();
const stranger = newKey();
const input = packetInput(key);
const packet = sealPacket(input);
const files = () => new Map(readZip(packet).files);
const madeAt = new Date('2026-03-06T12:00:00Z');

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));
function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'archway packet-'));
  folders.push(folder);
  return folder;
}

const textOf = (content: Map<string, Uint8Array>, name: string) =>
  Buffer.from(content.get(name) ?? '').toString('utf8');

function repacked(change: (content: Map<string, Uint8Array>) => void): Uint8Array {
  const content = files();
  change(content);
  return writeZip(
    [...content].map(([name, bytes]) => ({ name, bytes })),
    madeAt,
  );
}

const put = (name: string, edit: (text: string) => string) => (content: Map<string, Uint8Array>) =>
  void content.set(name, Buffer.from(edit(textOf(content, name))));
const lines = (edit: (lines: string[]) => string[]) =>
  put('events.ndjson', (text) => `${edit(text.trimEnd().split('\n')).join('\n')}\n`);
const line = (index: number, from: string | RegExp, to: string) =>
  lines((all) => all.map((one, i) => (i === index ? one.replace(from, to) : one)));

/** The faults in short: kind, file or place, parts. */
function told(report: PacketReport): string[] {
  return report.faults.map((fault) => {
    switch (fault.kind) {
      case 'file-altered':
      case 'file-added':
      case 'file-missing':
        return `${fault.kind} ${fault.file}`;
      case 'archive':
        return `${fault.problem.kind} ${fault.problem.name ?? '-'}`;
      case 'events-unreadable':
        return `${fault.kind} ${fault.line}`;
      case 'chain':
        return `${fault.stream.split(' ')[1]} ${fault.fault.kind} ${fault.fault.position}${fault.fault.parts ? ` ${fault.fault.parts.join(',')}` : ''}`;
      case 'chain-unknown':
        return `${fault.kind} ${fault.stream}`;
      default:
        return fault.kind;
    }
  });
}

describe('an untouched packet', () => {
  test('is intact, and trusted when the key is', () => {
    const report = verifyPacket(packet, { trustedFingerprint: key.fingerprint });
    expect(report.faults).toEqual([]);
    expect(report).toMatchObject({ intact: true, trust: 'trusted', fingerprint: key.fingerprint });
    expect(report.chains).toEqual([
      { stream: 'org-1 case case-1', events: 4 },
      { stream: 'org-1 patient patient-1', events: 2 },
    ]);
    expect(describeReport(report)).toContain('INTACT: 8 files, 2 chains of events, 6 events.');
  });

  test('says how to find out whose key it is when none was named', () => {
    const report = verifyPacket(packet);
    expect(report).toMatchObject({ intact: true, trust: 'not-asked' });
    expect(describeReport(report)).toContain(key.fingerprint);
  });

  test('is known by the public key, and by the fingerprint as people write it', () => {
    expect(verifyPacket(packet, { trustedKeyPem: key.publicKeyPem }).trust).toBe('trusted');
    const spoken = key.fingerprint.toUpperCase().replace(/(..)(?=.)/g, '$1:');
    expect(verifyPacket(packet, { trustedFingerprint: spoken }).trust).toBe('trusted');
  });

  test('is intact and not trusted when somebody else sealed it', () => {
    const theirs = sealPacket({ ...packetInput(stranger) });
    const report = verifyPacket(theirs, { trustedFingerprint: key.fingerprint });
    expect(report).toMatchObject({ intact: true, trust: 'untrusted' });
    expect(told(report)).toEqual(['key-untrusted']);
    expect(describeReport(report)).toMatch(/^NOT TRUSTED/);
    expect(verifyPacket(packet, { trustedKeyPem: 'not a key' }).trust).toBe('untrusted');
  });

  test('is the same bytes when sealed again', () => {
    expect(Buffer.compare(sealPacket(input), packet)).toBe(0);
  });

  test('verifies after somebody extracted it and packed the folder', () => {
    const again = writeZip(
      [...files()].map(([name, bytes]) => ({ name: `packet/${name}`, bytes })),
      madeAt,
    );
    expect(verifyPacket(again).faults).toEqual([]);
  });

  test('does not hold what was withheld', () => {
    for (const bytes of files().values()) expect(Buffer.from(bytes).includes('kept at home')).toBe(false);
  });

  test('holds the decision under which it left', () => {
    const manifest: unknown = JSON.parse(textOf(files(), 'manifest.json'));
    expect(manifest).toMatchObject({
      recipient: { name: 'Evergreen Dental Plan', kind: 'payer' },
      release: {
        outcome: 'partly-withheld',
        categories: [
          { category: 'coordination-record', outcome: 'released', source: '45 CFR 164.506(c)(1), (3)' },
          { category: 'images', outcome: 'withheld', source: '45 CFR 164.502(b), 164.514(d)' },
        ],
      },
    });
  });
});

const resign = (content: Map<string, Uint8Array>, by: typeof key) => {
  content.set('manifest.sig', Buffer.from(by.sign(textOf(content, 'manifest.json'))));
};
const signedAnew =
  (edit: (text: string) => string) =>
  (content: Map<string, Uint8Array>): void => {
    put('manifest.json', edit)(content);
    resign(content, key);
  };

describe('one thing changed at a time', () => {
  const rows: [name: string, change: (content: Map<string, Uint8Array>) => void, faults: string[]][] = [
    ['a document', put('case.pdf', (text) => `${text} `), ['file-altered case.pdf']],
    ['a document emptied', put('case.pdf', () => ''), ['file-altered case.pdf']],
    ['a document taken away', (content) => void content.delete('case.pdf'), ['file-missing case.pdf']],
    [
      'a document added',
      (content) => void content.set('more.pdf', Buffer.from('x')),
      ['file-added more.pdf'],
    ],
    [
      'a document in a folder',
      (content) => void content.set('x/case.pdf', Buffer.from('x')),
      ['file-added x/case.pdf'],
    ],
    [
      'the verifier',
      put('verify.mjs', (text) => text.replace('CHANGED', 'INTACT')),
      ['file-altered verify.mjs'],
    ],
    ['the manifest', put('manifest.json', (text) => text.replace('Maple', 'Aspen')), ['signature-wrong']],
    [
      'a hash in the manifest',
      put('manifest.json', (text) => text.replace(/"sha256": "../, '"sha256": "00')),
      ['signature-wrong', 'file-altered case.pdf'],
    ],
    [
      'the manifest taken away',
      (content) => void content.delete('manifest.json'),
      ['file-missing manifest.json'],
    ],
    [
      'the manifest broken',
      put('manifest.json', (text) => text.slice(1)),
      ['manifest-unreadable', 'signature-wrong'],
    ],
    [
      'the signature',
      put('manifest.sig', (text) => `${text.startsWith('A') ? 'B' : 'A'}${text.slice(1)}`),
      ['signature-wrong'],
    ],
    ['the signature broken', put('manifest.sig', () => 'signed, me'), ['signature-unreadable']],
    [
      'the signature taken away',
      (content) => void content.delete('manifest.sig'),
      ['file-missing manifest.sig'],
    ],
    [
      'the key exchanged',
      put('public-key.pem', () => stranger.publicKeyPem),
      ['key-exchanged', 'signature-wrong'],
    ],
    ['the key broken', put('public-key.pem', () => 'no key'), ['key-unreadable']],
    [
      'the key taken away',
      (content) => void content.delete('public-key.pem'),
      ['file-missing public-key.pem'],
    ],
    [
      'a note in an event',
      line(1, 'periodontist', 'orthodontist'),
      ['file-altered events.ndjson', 'case altered 2 data.note'],
    ],
    ['who did it', line(1, 'Ana Ruiz', 'Eva Ruiz'), ['file-altered events.ndjson', 'case altered 2 who']],
    [
      'when it was recorded',
      line(1, '10:01', '10:02'),
      ['file-altered events.ndjson', 'case altered 2 envelope'],
    ],
    [
      'the chain it is of',
      line(1, '"id":"case-1"', '"id":"case-2"'),
      ['file-altered events.ndjson', 'case altered 2 stream'],
    ],
    [
      'the organization it is of',
      line(3, 'org-1', 'org-2'),
      ['file-altered events.ndjson', 'case altered 4 organizationId'],
    ],
    [
      'an event dropped',
      lines((all) => all.toSpliced(1, 1)),
      ['file-altered events.ndjson', 'case dropped 2'],
    ],
    [
      'the last event dropped',
      lines((all) => all.toSpliced(3, 1)),
      ['file-altered events.ndjson', 'case last-dropped 4'],
    ],
    [
      'two events swapped',
      lines((all) => [...all.slice(0, 1), ...all.slice(1, 3).reverse(), ...all.slice(3)]),
      ['file-altered events.ndjson', 'case reordered 2', 'case reordered 3'],
    ],
    [
      'an event twice',
      lines((all) => [...all, ...all.slice(1, 2)]),
      ['file-altered events.ndjson', 'case inserted 2'],
    ],
    [
      'an event that is none',
      lines((all) => ['{"a":1}', ...all.slice(1)]),
      ['file-altered events.ndjson', 'events-unreadable 1', 'case dropped 1'],
    ],
    [
      'a line that is no JSON',
      lines((all) => ['{', ...all.slice(1)]),
      ['file-altered events.ndjson', 'events-unreadable 1', 'case dropped 1'],
    ],
    [
      'events nested without end',
      lines((all) => [...all, '['.repeat(1e5) + ']'.repeat(1e5)]),
      ['file-altered events.ndjson', 'events-unreadable 7'],
    ],
    [
      'all events taken away',
      (content) => void content.delete('events.ndjson'),
      ['file-missing events.ndjson', 'case last-dropped 1', 'patient last-dropped 1'],
    ],
    // What only somebody with the practice's key could do still shows where the record says otherwise.
    [
      'a head, signed anew',
      signedAnew((text) => text.replace(/"position": 4/, '"position": 3')),
      ['case signature-bad 3', 'case head-mismatch 3'],
    ],
    [
      'a head left out, signed anew',
      signedAnew((text) => text.replace(/"id": "patient-1"/, '"id": "patient-2"')),
      ['case', 'patient'],
    ],
  ];
  test.each(rows)('%s', (name, change, faults) => {
    const report = verifyPacket(repacked(change));
    expect(report.intact).toBe(false);
    if (name.startsWith('a head left out'))
      expect(told(report)).toContain('chain-unknown org-1 patient patient-1');
    else expect(told(report)).toEqual(faults);
    expect(describeReport(report)).toMatch(/^CHANGED/);
  });

  test.each([
    ['any other file', Buffer.from('a scan of a letter')],
    [
      'another archive',
      writeZip([{ name: 'letter.txt', bytes: Buffer.from('dear colleague') }], new Date('2026-01-02')),
    ],
  ])('%s is called no packet, and nobody a forger', (_what, bytes) => {
    const said = describeReport(verifyPacket(bytes));
    expect(said).toMatch(/^NO PACKET/);
    expect(said).not.toMatch(/CHANGED|trust/);
  });

  test('any byte of any file', () => {
    const names = [...files().keys()];
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.nat(), fc.integer({ min: 1, max: 255 }), (name, at, flip) => {
        const report = verifyPacket(
          repacked((content) => {
            const bytes = Buffer.from(content.get(name) ?? '');
            const index = at % bytes.length;
            bytes.writeUInt8(bytes.readUInt8(index) ^ flip, index);
            content.set(name, bytes);
          }),
        );
        // The text around a signature or a key may change without changing what it says.
        if (name !== 'manifest.sig' && name !== 'public-key.pem') {
          expect(report.intact).toBe(false);
          if (name !== 'manifest.json') expect(told(report)).toContain(`file-altered ${name}`);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('hostile archives', () => {
  const evil = (name: string) => writeZip([{ name, bytes: Buffer.from('x') }], madeAt);
  const rows: [name: string, bytes: Uint8Array, faults: string[]][] = [
    ['nothing', new Uint8Array(), ['unreadable -']],
    ['a text', Buffer.from('this is no archive at all, only a text of some length'), ['unreadable -']],
    ['cut in the middle', packet.subarray(0, packet.length >> 1), ['unreadable -']],
    ['cut by one byte', packet.subarray(0, packet.length - 1), ['unreadable -']],
    ['a name that climbs', evil('../evil'), ['unsafe-name ../evil']],
    ['an absolute name', evil('/etc/passwd'), ['unsafe-name /etc/passwd']],
    ['a name for Windows', evil('C:\\evil'), ['unsafe-name C:\\evil']],
    ['a name that steers a terminal', evil('\u001b[2Jx'), ['unsafe-name ?[2Jx']],
    [
      'two files of one name',
      writeZip(
        [
          { name: 'A', bytes: Buffer.from('1') },
          { name: 'a', bytes: Buffer.from('2') },
        ],
        madeAt,
      ),
      ['duplicate-name a'],
    ],
    ['a file larger than it says', shrunk(evil('bomb')), ['damaged bomb']],
  ];
  test.each(rows)('%s', (_name, bytes, faults) => {
    const report = verifyPacket(bytes);
    expect(report.intact).toBe(false);
    expect(told(report)).toEqual(expect.arrayContaining(faults));
  });

  test('bytes at random never throw and are never intact', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat({ max: 400 }), (noise, at) => {
        const bytes = Buffer.from(packet);
        bytes.set(noise, Math.max(0, packet.length - noise.length - at));
        expect(verifyPacket(noise).intact).toBe(false);
        const report = verifyPacket(bytes);
        if (Buffer.compare(bytes, packet) === 0) expect(report.intact).toBe(true);
      }),
    );
  });
});

/** States a length of zero for the only file. */
function shrunk(zip: Uint8Array): Uint8Array {
  const bytes = Buffer.from(zip);
  bytes.writeUInt32LE(0, bytes.indexOf(Buffer.from('PK\u0001\u0002')) + 24);
  return bytes;
}

describe('the verifier that travels inside', () => {
  test('is what the program itself runs', async () => {
    expect(readFileSync(new URL('./verify.mjs', import.meta.url), 'utf8')).toBe(await bundleVerifier());
  });

  const run = (folder: string, ...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['verify.mjs', ...args], {
      cwd: folder,
      encoding: 'utf8',
      env: {},
    });
    return { status, stdout, stderr };
  };
  const withPacket = (bytes: Uint8Array) => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'verify.mjs'), files().get('verify.mjs') ?? '');
    writeFileSync(join(folder, 'case.archway-packet.zip'), bytes);
    return folder;
  };
  const extracted = () => {
    const folder = emptyFolder();
    for (const [name, bytes] of files()) writeFileSync(join(folder, name), bytes);
    return folder;
  };

  test('runs alone in an empty folder', () => {
    const { status, stdout, stderr } = run(
      withPacket(packet),
      'case.archway-packet.zip',
      '--fingerprint',
      key.fingerprint,
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toBe(describeReport(verifyPacket(packet, { trustedFingerprint: key.fingerprint })));
  });

  test('agrees with the program on a changed packet', () => {
    const changed = repacked(line(1, 'periodontist', 'orthodontist'));
    const { status, stdout } = run(withPacket(changed), 'case.archway-packet.zip', '--json');
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toEqual(JSON.parse(JSON.stringify(verifyPacket(changed))));
  });

  test('refuses the key of somebody else', () => {
    const folder = withPacket(packet);
    writeFileSync(join(folder, 'trusted.pem'), stranger.publicKeyPem);
    const { status, stdout } = run(folder, 'case.archway-packet.zip', '--key', 'trusted.pem');
    expect(status).toBe(1);
    expect(stdout).toContain('NOT the one that you trust');
  });

  test('verifies the folder that it lies in', () => {
    const folder = extracted();
    expect(run(folder).status).toBe(0);
    writeFileSync(join(folder, 'case.pdf'), 'another');
    expect(run(folder)).toMatchObject({ status: 1, stdout: expect.stringContaining('case.pdf was altered') });
  });

  test('does not follow a link out of the folder', () => {
    const folder = extracted();
    symlinkSync('/etc/hostname', join(folder, 'link'));
    expect(run(folder)).toMatchObject({ status: 1, stdout: expect.stringContaining('link was added') });
  });

  const usage: [name: string, args: string[]][] = [
    ['no such file', ['nowhere.zip']],
    ['no packet here', []],
    ['an option that there is not', ['--colour']],
    ['an option without its value', ['--key']],
    ['a key that is not there', ['case.archway-packet.zip', '--key', 'nowhere.pem']],
    ['two packets', ['a.zip', 'b.zip']],
  ];
  test.each(usage)('exit code 2: %s', (_name, args) => {
    const { status, stdout, stderr } = run(withPacket(packet), ...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).not.toBe('');
  });

  test('explains itself', () => {
    expect(run(withPacket(packet), '--help')).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('node verify.mjs FILE.zip'),
    });
  });
});

test('a packet takes no file in place of its own', () => {
  for (const name of ['manifest.json', '../x', 'a/b', 'verify.mjs', ''])
    expect(() => sealPacket({ ...input, parts: [{ name, bytes: new Uint8Array() }] })).toThrow('cannot hold');
});
