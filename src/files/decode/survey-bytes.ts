/** Byte statistics of a whole file that tell its encoding. */
export type ByteSurvey = {
  /** Multi-byte characters of valid UTF-8, and invalid sequences. */
  wide: number;
  broken: number;
  /** Offset of the first invalid UTF-8; -1 for none. */
  firstBroken: number;
  /** Bytes from 0x80, and those in runs of three or more, which are rare in western languages. */
  high: number;
  highInRuns: number;
  /** Bytes undefined in windows-1252: 81 8D 8F 90 9D. */
  undefined1252: number;
  nul: number;
  length: number;
};

const ASCII_WORD = 0x80808080;
const UNDEFINED_1252 = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

/** Scans every byte once, four at a time while they are ASCII. */
export class ByteSurveyor implements ByteSurvey {
  wide = 0;
  broken = 0;
  firstBroken = -1;
  high = 0;
  highInRuns = 0;
  undefined1252 = 0;
  nul = 0;
  length = 0;
  #run = 0;
  /** Continuation bytes still expected, and the valid range of the next. */
  #wanted = 0;
  #low = 0x80;
  #highest = 0xbf;

  look(bytes: Uint8Array): void {
    let at = 0;
    const { length } = bytes;
    while (at < length) {
      if (this.#wanted === 0 && this.#run === 0) at = skipAscii(bytes, at);
      if (at >= length) break;
      this.#lookAt(bytes[at] ?? 0, this.length + at);
      at += 1;
    }
    this.length += length;
  }

  /** Call once after the last byte. A character truncated there is no encoding error. */
  end(): void {
    if (this.#wanted > 0 && this.wide === 0) this.#break(this.length);
    this.#wanted = 0;
    this.#endRun();
  }

  #lookAt(byte: number, offset: number): void {
    if (byte === 0) this.nul += 1;
    if (byte < 0x80) this.#endRun();
    else {
      this.high += 1;
      this.#run += 1;
      if (UNDEFINED_1252.has(byte)) this.undefined1252 += 1;
    }
    if (this.#wanted > 0) {
      if (byte >= this.#low && byte <= this.#highest) {
        this.#continue();
        return;
      }
      this.#break(offset);
    }
    if (byte >= 0x80) this.#begin(byte, offset);
  }

  #continue(): void {
    this.#wanted -= 1;
    this.#low = 0x80;
    this.#highest = 0xbf;
    if (this.#wanted === 0) this.wide += 1;
  }

  /** The first byte of a character; the ranges of the second are in the Unicode Standard, table 3-7. */
  #begin(byte: number, offset: number): void {
    if (byte < 0xc2 || byte > 0xf4) {
      this.#break(offset);
      return;
    }
    this.#wanted = byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
    this.#low = byte === 0xe0 ? 0xa0 : byte === 0xf0 ? 0x90 : 0x80;
    this.#highest = byte === 0xed ? 0x9f : byte === 0xf4 ? 0x8f : 0xbf;
  }

  #break(offset: number): void {
    this.broken += 1;
    if (this.firstBroken === -1) this.firstBroken = offset;
    this.#wanted = 0;
    this.#low = 0x80;
    this.#highest = 0xbf;
  }

  #endRun(): void {
    if (this.#run >= 3) this.highInRuns += this.#run;
    this.#run = 0;
  }
}

/** The first offset from `from` with a non-ASCII byte among its four, or the end. */
function skipAscii(bytes: Uint8Array, from: number): number {
  const aligned = from + ((4 - ((bytes.byteOffset + from) & 3)) & 3);
  let at = from;
  for (; at < aligned && at < bytes.length; at++) if (isOdd(bytes[at] ?? 0)) return at;
  if (at >= bytes.length) return at;
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset + at, Math.max(0, (bytes.length - at) >> 2));
  let word = 0;
  while (word < words.length && !hasOdd(words[word] ?? 0)) word++;
  at += word * 4;
  for (; at < bytes.length; at++) if (isOdd(bytes[at] ?? 0)) return at;
  return at;
}

const isOdd = (byte: number) => byte >= 0x80 || byte === 0;
/** Whether one of four bytes is above 0x7F or NUL (zero-byte test on a word). */
const hasOdd = (word: number) =>
  (word & ASCII_WORD) !== 0 || ((word - 0x01010101) & ~word & ASCII_WORD) !== 0;
