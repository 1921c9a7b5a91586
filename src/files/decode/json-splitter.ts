import type { RejectReason } from "#config/reading-codes.ts";
import type { JsonShape } from "./json-shape.ts";
import { MAX_LINE } from "./limits.ts";

/** The text of one record: `line` is its first line, `lines` their number. */
export type JsonPiece = { text: string; line: number; lines: number; fault: RejectReason | null };

const [QUOTE, BACKSLASH, COMMA, COLON] = [34, 92, 44, 58];
const [OPEN_LIST, CLOSE_LIST, OPEN, CLOSE] = [91, 93, 123, 125];
const MAX_KEY = 200;

/** Splits an array, an envelope or concatenated objects, arriving in chunks, into objects. */
export class JsonSplitter {
  /** Whether the envelope has a link to a next page. */
  hasNextPage = false;
  readonly #key: string | null;
  /** Depth of records. */
  readonly #level: number;
  /** Depth of the envelope's keys. */
  readonly #named: number;
  #place: "before" | "between" | "record" | "behind";
  #text = "";
  #at = 0;
  #start = 0;
  #line = 1;
  #startLine = 1;
  #depth = 0;
  #isInText = false;
  #isEscaped = false;
  /** The text before the last colon outside records, and the one being read. */
  #name = "";
  #word = "";
  /** The last token between records, and whether there is invalid text. */
  #since: "start" | "record" | "comma" = "start";
  #hasJunk = false;

  constructor(shape: JsonShape) {
    this.#key = shape.kind === "envelope" ? shape.key : null;
    this.#level = shape.kind === "envelope" ? shape.depth : shape.kind === "array" ? 1 : 0;
    this.#named = Math.max(1, this.#level - 1);
    this.#place = this.#level === 0 ? "between" : "before";
  }

  feed(chunk: string): JsonPiece[] {
    const keep = this.#place === "record" ? this.#start : this.#at;
    this.#text = this.#text.slice(keep) + chunk;
    this.#at -= keep;
    this.#start = 0;
    const pieces: JsonPiece[] = [];
    for (; this.#at < this.#text.length; this.#at++) this.#step(this.#text.charCodeAt(this.#at), pieces);
    return pieces;
  }

  /** A record truncated by the end of the file. */
  end(): JsonPiece[] {
    return this.#place === "record" ? [this.#piece("cut-off")] : [];
  }

  /** First line of a record that is longer than allowed; null for none. */
  get endlessAt(): number | null {
    return this.#place === "record" && this.#at - this.#start > MAX_LINE ? this.#startLine : null;
  }

  #step(code: number, pieces: JsonPiece[]): void {
    if (code === 10) this.#line += 1;
    if (this.#isInText) this.#stepInText(code);
    else if (code === QUOTE) {
      this.#isInText = true;
      this.#word = "";
      if (this.#place === "between") this.#hasJunk = true;
    } else if (code === OPEN || code === OPEN_LIST) this.#open(code);
    else if (code === CLOSE || code === CLOSE_LIST) this.#close(code, pieces);
    else if (this.#place === "between") this.#stepBetween(code, pieces);
    else if (code === COLON && this.#place !== "record" && this.#depth === this.#named)
      this.#name = this.#word;
  }

  #stepInText(code: number): void {
    if (this.#isEscaped) this.#isEscaped = false;
    else if (code === BACKSLASH) this.#isEscaped = true;
    else if (code === QUOTE) {
      this.#isInText = false;
      const isOutside = this.#depth === this.#named && this.#place !== "record";
      const isPage = isOutside && /(nextlink|^__next)$/i.test(this.#name);
      if (isPage && this.#word !== "") this.hasNextPage = true;
      return;
    }
    if (this.#place !== "record" && this.#word.length < MAX_KEY) this.#word += String.fromCharCode(code);
  }

  #open(code: number): void {
    if (this.#place === "between") {
      if (code === OPEN && this.#depth === this.#level) {
        this.#place = "record";
        this.#start = this.#at;
        this.#startLine = this.#line;
      } else this.#hasJunk = true;
    }
    this.#depth += 1;
    // A second array after the first is read, too.
    const isOutside = this.#place === "before" || (this.#place === "behind" && this.#key === null);
    const isList = isOutside && code === OPEN_LIST && this.#depth === this.#level;
    if (isList && (this.#key === null || this.#name === this.#key)) {
      this.#place = "between";
      this.#since = "start";
    }
  }

  #close(code: number, pieces: JsonPiece[]): void {
    this.#depth -= 1;
    if (this.#place === "record" && this.#depth === this.#level) {
      this.#at += 1;
      pieces.push(this.#piece(code === CLOSE ? null : "invalid-json"));
      this.#at -= 1;
      this.#place = "between";
      this.#since = "record";
    } else if (this.#place === "between" && this.#depth < this.#level) this.#endList(pieces);
  }

  #endList(pieces: JsonPiece[]): void {
    if (this.#hasJunk || this.#since === "comma") this.#junk(pieces);
    if (this.#level > 0) this.#place = "behind";
    this.#depth = Math.max(0, this.#depth);
  }

  #stepBetween(code: number, pieces: JsonPiece[]): void {
    if (code <= 32 || this.#depth > this.#level) return;
    if (code !== COMMA) this.#hasJunk = true;
    else {
      if (this.#hasJunk || this.#since !== "record") this.#junk(pieces);
      this.#since = "comma";
    }
  }

  #junk(pieces: JsonPiece[]): void {
    pieces.push({ text: "", line: this.#line, lines: 1, fault: "invalid-json" });
    this.#hasJunk = false;
  }

  #piece(fault: RejectReason | null): JsonPiece {
    const text = this.#text.slice(this.#start, this.#at);
    return { text, line: this.#startLine, lines: this.#line - this.#startLine + 1, fault };
  }
}
