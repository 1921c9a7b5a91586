import { MAX_LINE } from "./limits.ts";

/** `text` is null for a line above the length limit. */
export type TextLine = { line: number; text: string | null; isEnded: boolean };

/** Splits chunks of text into lines, without line ends (LF or CR LF). */
export class LineSplitter {
  #waiting: string[] = [];
  #length = 0;
  #line = 1;

  feed(chunk: string): TextLine[] {
    const lines: TextLine[] = [];
    let start = 0;
    for (let end = chunk.indexOf("\n"); end !== -1; end = chunk.indexOf("\n", start)) {
      this.#keep(chunk.slice(start, end));
      lines.push(this.#take(true));
      start = end + 1;
    }
    this.#keep(chunk.slice(start));
    return lines;
  }

  end(): TextLine[] {
    return this.#length === 0 ? [] : [this.#take(false)];
  }

  #keep(text: string): void {
    this.#length += text.length;
    if (this.#length > MAX_LINE) this.#waiting = [];
    else this.#waiting.push(text);
  }

  #take(isEnded: boolean): TextLine {
    const text = this.#length > MAX_LINE ? null : this.#waiting.join("").replace(/\r$/, "");
    const line = this.#line;
    this.#line += 1;
    this.#waiting = [];
    this.#length = 0;
    return { line, text, isEnded };
  }
}
