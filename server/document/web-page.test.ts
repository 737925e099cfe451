import { expect, test } from 'vitest';
import { isWebPage } from './web-page.ts';

test.each([
  ['<!DOCTYPE html><html></html>', true],
  ['\uFEFF\r\n  <!doctype HTML >', true],
  ['<html lang="en">', true],
  ['<SCRIPT>alert(1)</SCRIPT>', true],
  ['<!-- saved from a browser --><html>', true],
  ['<body>', true],
  ['<b>Fax</b>', true],
  ['%PDF-1.7 <html>', false],
  ['Called the <b>office</b> at nine.', false],
  ['<bill> of the office', false],
  ['<?xml version="1.0"?><ClinicalDocument/>', false],
  ['ISA*00*          *00*', false],
  ['', false],
])('%j: %s', (text, page) => {
  expect(isWebPage(new TextEncoder().encode(text))).toBe(page);
});
