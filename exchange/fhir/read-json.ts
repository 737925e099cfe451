import { refuse, type Refusal } from '#domain/kernel/refusal.ts';

export type JsonObject = { readonly [key: string]: JsonValue };
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;

/** A parsed file that still knows the characters each object was read from. */
export interface JsonDocument {
  readonly value: JsonValue;
  /** The JSON tokens of an object of this document as received, without the white space between them. */
  readonly textOf: (object: object) => string;
}

/** Deeper nesting than any FHIR resource has; more would exhaust the stack. */
const deepest = 200;

/** Our own reader: it names line and column, refuses repeated keys, and keeps every number as it was written (FHIR decimals have a precision). */
export function readJson(text: string): JsonDocument | Refusal {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  if (/^\s*</.test(text.slice(start, start + 200)))
    return refuse(
      'fhir/not-json',
      'The file is XML, not JSON.',
      'FHIR can be written both ways; the import reads the JSON form.',
      'Ask the sender for the JSON form of the same file.',
      'line 1, column 1',
    );
  const spans = new WeakMap<object, readonly [number, number]>();
  const parser = new Parser(text, start, spans);
  try {
    const value = parser.document();
    return { value, textOf: (object) => compact(text, spans.get(object)) };
  } catch (problem) {
    if (!(problem instanceof JsonProblem)) throw problem;
    return refuse(
      'fhir/not-json',
      `The file is not readable JSON at ${placeOf(text, problem.position)}.`,
      problem.message,
      'Ask the sender for the file again, or correct it at that place. Nothing was imported.',
      placeOf(text, problem.position),
    );
  }
}

function compact(text: string, span: readonly [number, number] | undefined): string {
  if (!span) throw new Error('the object is not of this document');
  return text
    .slice(...span)
    .replace(/"[^"\\]*(?:\\.[^"\\]*)*"|\s+/g, (token) => (token.startsWith('"') ? token : ''));
}

function placeOf(text: string, position: number): string {
  const before = text.slice(0, position);
  return `line ${before.split('\n').length}, column ${position - before.lastIndexOf('\n')}`;
}

class JsonProblem extends Error {
  readonly position: number;
  constructor(position: number, message: string) {
    super(message);
    this.position = position;
  }
}

class Parser {
  readonly #text: string;
  readonly #spans: WeakMap<object, readonly [number, number]>;
  #at: number;

  constructor(text: string, start: number, spans: WeakMap<object, readonly [number, number]>) {
    this.#text = text;
    this.#at = start;
    this.#spans = spans;
  }

  document(): JsonValue {
    const value = this.#value(0);
    this.#space();
    if (this.#at < this.#text.length)
      throw this.#problem('The document has ended here, but more text follows.');
    return value;
  }

  #value(depth: number): JsonValue {
    if (depth > deepest) throw this.#problem(`It is nested more than ${deepest} levels deep.`);
    this.#space();
    switch (this.#text[this.#at]) {
      case '{':
        return this.#object(depth);
      case '[':
        return this.#array(depth);
      case '"':
        return this.#string();
      case undefined:
        throw this.#problem('The file ends too early.');
      default:
        return this.#literal();
    }
  }

  #object(depth: number): JsonObject {
    const start = this.#at++;
    const members: [string, JsonValue][] = [];
    const keys = new Set<string>();
    this.#space();
    if (this.#take('}')) return this.#spanned({}, start);
    do {
      this.#space();
      const keyAt = this.#at;
      if (this.#text[keyAt] !== '"') throw this.#problem('A name in quotation marks is expected here.');
      const key = this.#string();
      if (keys.has(key)) {
        this.#at = keyAt;
        throw this.#problem(`"${key}" is said twice in the same object.`);
      }
      keys.add(key);
      this.#space();
      if (!this.#take(':')) throw this.#problem('A colon is expected here.');
      members.push([key, this.#value(depth + 1)]);
      this.#space();
    } while (this.#take(','));
    if (!this.#take('}')) throw this.#problem('A comma or a closing brace is expected here.');
    return this.#spanned(Object.fromEntries(members), start);
  }

  #array(depth: number): readonly JsonValue[] {
    this.#at++;
    const items: JsonValue[] = [];
    this.#space();
    if (this.#take(']')) return items;
    do {
      items.push(this.#value(depth + 1));
      this.#space();
    } while (this.#take(','));
    if (!this.#take(']')) throw this.#problem('A comma or a closing bracket is expected here.');
    return items;
  }

  #string(): string {
    const start = this.#at;
    const match = this.#match(/"[^"\\]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\]*)*"/y);
    // JSON forbids control characters below U+0020 inside a string (RFC 8259, 7)
    if (match === undefined || /[^\P{Cc}\u007f-\u009f]/u.test(match)) {
      this.#at = start;
      throw this.#problem('The text that begins here is not closed or has characters that JSON forbids.');
    }
    return match.includes('\\') ? String(JSON.parse(match)) : match.slice(1, -1);
  }

  #literal(): JsonValue {
    const match = this.#match(/(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.])/y);
    if (match === undefined) throw this.#problem('A value is expected here.');
    if (match === 'true' || match === 'false') return match === 'true';
    return match === 'null' ? null : Number(match);
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    if (found !== undefined) this.#at += found.length;
    return found;
  }

  #space(): void {
    let code = this.#text.charCodeAt(this.#at);
    while (code === 32 || code === 10 || code === 13 || code === 9) code = this.#text.charCodeAt(++this.#at);
  }

  #take(character: string): boolean {
    if (this.#text[this.#at] !== character) return false;
    this.#at++;
    return true;
  }

  #spanned(object: JsonObject, start: number): JsonObject {
    this.#spans.set(object, [start, this.#at]);
    return object;
  }

  #problem(message: string): JsonProblem {
    return new JsonProblem(this.#at, message);
  }
}
