import { message, type Message } from '#domain/kernel/message.ts';
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
  if (!/\S/.test(text)) return refuse('fhir/empty', {}, 'line 1, column 1');
  if (/^\s*</.test(text.slice(start, start + 200))) return refuse('fhir/xml', {}, 'line 1, column 1');
  const spans = new WeakMap<object, readonly [number, number]>();
  const parser = new Parser(text, start, spans);
  try {
    const value = parser.document();
    return { value, textOf: (object) => compact(text, spans.get(object)) };
  } catch (problem) {
    if (!(problem instanceof JsonProblem)) throw problem;
    const { line, column } = placeOf(text, problem.position);
    if (problem.said.id === 'brokenJson.moreText' && line > 1 && text[problem.position] === '{')
      return refuse('fhir/one-a-line', { line }, `line ${line}, column ${column}`);
    return refuse('fhir/not-json', { line, column, problem: problem.said }, `line ${line}, column ${column}`);
  }
}

function compact(text: string, span: readonly [number, number] | undefined): string {
  if (!span) throw new Error('the object is not of this document');
  return text
    .slice(...span)
    .replace(/"[^"\\]*(?:\\.[^"\\]*)*"|\s+/g, (token) => (token.startsWith('"') ? token : ''));
}

function placeOf(text: string, position: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, position);
  return { line: before.split('\n').length, column: position - before.lastIndexOf('\n') };
}

class JsonProblem extends Error {
  readonly position: number;
  readonly said: Message;
  constructor(position: number, said: Message) {
    super(said.id);
    this.position = position;
    this.said = said;
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
    if (this.#at < this.#text.length) throw this.#problem('moreText');
    return value;
  }

  #value(depth: number): JsonValue {
    if (depth > deepest) throw this.#problem('tooDeep');
    this.#space();
    switch (this.#text[this.#at]) {
      case '{':
        return this.#object(depth);
      case '[':
        return this.#array(depth);
      case '"':
        return this.#string();
      case undefined:
        throw this.#problem('endsEarly');
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
      if (this.#text[keyAt] !== '"') throw this.#problem('nameExpected');
      const key = this.#string();
      if (keys.has(key)) {
        this.#at = keyAt;
        throw this.#problem('saidTwice', { name: key });
      }
      keys.add(key);
      this.#space();
      if (!this.#take(':')) throw this.#problem('colonExpected');
      members.push([key, this.#value(depth + 1)]);
      this.#space();
    } while (this.#take(','));
    if (!this.#take('}')) throw this.#problem('braceExpected');
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
    if (!this.#take(']')) throw this.#problem('bracketExpected');
    return items;
  }

  #string(): string {
    const start = this.#at;
    const match = this.#match(/"[^"\\]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\]*)*"/y);
    // JSON forbids control characters below U+0020 inside a string (RFC 8259, 7)
    if (match === undefined || /[^\P{Cc}\u007f-\u009f]/u.test(match)) {
      this.#at = start;
      throw this.#problem('textNotClosed');
    }
    return match.includes('\\') ? String(JSON.parse(match)) : match.slice(1, -1);
  }

  #literal(): JsonValue {
    const match = this.#match(/(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.])/y);
    if (match === undefined) throw this.#problem('valueExpected');
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

  #problem(name: string, params: Message['params'] = {}): JsonProblem {
    return new JsonProblem(this.#at, message(`brokenJson.${name}`, params));
  }
}
