/** Called with the dotted path of a value and its text; null for JSON null. */
export type OnValue = (path: string, text: string | null) => void;

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORDS = new Map([
  ["n", "null"],
  ["t", "true"],
  ["f", "false"],
]);
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const MAX_DEPTH = 64;

/**
 * Flattens a JSON object: `{ "a": { "b": 1 } }` gives `a.b` = "1". Numbers keep all digits, which `JSON.parse` rounds
 * from 2^53. Arrays of texts and numbers are joined by "; ", other arrays are given as JSON, empty ones as null. Throws
 * `SyntaxError` for invalid JSON (NaN, trailing commas).
 */
export function readJsonObject(text: string, onValue: OnValue): void {
  const reader = new Reader(text);
  reader.object("", 0, onValue);
  reader.end();
}

const ignore: OnValue = () => undefined;

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  end(): void {
    this.#skip();
    if (this.#at < this.#text.length) this.#fail();
  }

  object(prefix: string, depth: number, onValue: OnValue): void {
    if (depth > MAX_DEPTH) this.#fail();
    this.#expect("{");
    if (this.#takes("}")) return;
    do {
      const key = this.#string();
      this.#expect(":");
      this.#value(prefix + key, depth, onValue);
    } while (this.#takes(","));
    this.#expect("}");
  }

  #value(path: string, depth: number, onValue: OnValue): void {
    this.#skip();
    const character = this.#text[this.#at];
    if (character === "{") this.object(`${path}.`, depth + 1, onValue);
    else if (character === "[") onValue(path, this.#array(depth + 1));
    else onValue(path, this.#scalar());
  }

  #array(depth: number): string | null {
    if (depth > MAX_DEPTH) this.#fail();
    const start = this.#at;
    const scalars: string[] = [];
    let isFlat = true;
    this.#expect("[");
    if (this.#takes("]")) return null;
    do {
      this.#skip();
      const character = this.#text[this.#at];
      isFlat &&= character !== "{" && character !== "[";
      if (character === "{") this.object("", depth + 1, ignore);
      else if (character === "[") this.#array(depth + 1);
      else scalars.push(this.#scalar() ?? "");
    } while (this.#takes(","));
    this.#expect("]");
    return isFlat ? scalars.join("; ") : this.#text.slice(start, this.#at);
  }

  /** A string, number or literal; skips leading space. */
  #scalar(): string | null {
    const first = this.#text[this.#at] ?? "";
    if (first === '"') return this.#string();
    const word = WORDS.get(first);
    if (word !== undefined) {
      if (!this.#text.startsWith(word, this.#at)) this.#fail();
      this.#at += word.length;
      return word === "null" ? null : word;
    }
    NUMBER.lastIndex = this.#at;
    const number = NUMBER.exec(this.#text)?.[0] ?? this.#fail();
    this.#at += number.length;
    return number;
  }

  #string(): string {
    this.#skip();
    const start = this.#at;
    if (this.#text[start] !== '"') this.#fail();
    let close = this.#text.indexOf('"', start + 1);
    while (close !== -1 && isEscaped(this.#text, close)) close = this.#text.indexOf('"', close + 1);
    if (close === -1) this.#fail();
    this.#at = close + 1;
    const inner = this.#text.slice(start + 1, close);
    return inner.includes("\\") ? unescaped(inner) : inner;
  }

  #takes(character: string): boolean {
    this.#skip();
    const isThere = this.#text[this.#at] === character;
    if (isThere) this.#at += 1;
    return isThere;
  }

  #expect(character: string): void {
    if (!this.#takes(character)) this.#fail();
  }

  #skip(): void {
    for (let code = this.#text.charCodeAt(this.#at); code <= 32; code = this.#text.charCodeAt(this.#at)) {
      if (code !== 32 && code !== 10 && code !== 13 && code !== 9) this.#fail();
      this.#at += 1;
    }
  }

  #fail(): never {
    throw new SyntaxError(`No JSON at character ${this.#at}.`);
  }
}

/** Whether an odd number of backslashes precedes a quote. */
function isEscaped(text: string, quote: number): boolean {
  let at = quote - 1;
  while (text[at] === "\\") at -= 1;
  return (quote - at) % 2 === 0;
}

/** A lone surrogate, which UTF-8 cannot encode, becomes U+FFFD, as an encoder would do. */
function unescaped(inner: string): string {
  const text: unknown = JSON.parse(`"${inner}"`);
  return String(text).replace(LONE_SURROGATE, "\ufffd");
}
