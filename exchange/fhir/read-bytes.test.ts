import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { isRefusal } from '#domain/kernel/refusal.ts';
import { contextOf, imported, nothing, record } from './import.samples.ts';
import { textOfBytes } from './read-bytes.ts';

const patient = '{"resourceType":"Patient","id":"1",\n"name":[{"family":"Peña"}],"birthDate":"1980-02-29"}';
const utf16 = Buffer.from(patient, 'utf16le');

test.each<[string, Uint8Array, string | undefined, string | undefined]>([
  ['UTF-8', Buffer.from(patient), undefined, undefined],
  ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${patient}`), undefined, undefined],
  ['nothing', Buffer.from(''), undefined, undefined],
  ['UTF-16', utf16, 'fhir/utf-16', 'byte 1'],
  [
    'UTF-16 with a byte order mark',
    Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]),
    'fhir/utf-16',
    'byte 1',
  ],
  ['UTF-16, big end first', Buffer.from(utf16).swap16(), 'fhir/utf-16', 'byte 1'],
  ['XML in UTF-16', Buffer.from('<Patient/>', 'utf16le'), 'fhir/utf-16', 'byte 1'],
  ['Windows-1252', Buffer.from(patient, 'latin1'), 'fhir/not-utf-8', 'line 2'],
  ['half a character at the end', Buffer.from(`${patient}ñ`).subarray(0, -1), 'fhir/not-utf-8', 'line 2'],
  ['gzip', gzipSync(patient), 'fhir/packed', 'byte 1'],
  ['ZIP', Buffer.from('PK\u0003\u0004...'), 'fhir/packed', 'byte 1'],
  ['PDF', Buffer.from('%PDF-1.7'), 'fhir/packed', 'byte 1'],
])('%s', (_, bytes, code, at) => {
  const text = textOfBytes(bytes);
  expect(isRefusal(text) ? [text.code, text.at] : [undefined, undefined]).toEqual([code, at]);
});

test('a byte order mark is no part of the record: without it the file is the same', () => {
  const marked = textOfBytes(Buffer.from(`\uFEFF${patient}`));
  if (isRefusal(marked)) throw new Error(marked.code);
  const recorded = record(nothing, imported(marked, contextOf(nothing)));
  expect(imported(patient, contextOf(recorded)).patients.flatMap(({ events }) => events)).toEqual([]);
});
