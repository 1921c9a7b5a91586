import type { RejectReason } from "#config/reading-codes.ts";
import type { FileBytes, RawRow, RawTable } from "#files/raw-table.ts";
import { UnreadableFileError } from "#files/unreadable-file.ts";
import { withoutEmptyValue } from "./empty-value.ts";
import { readJsonObject } from "./json-object.ts";
import { type JsonShape, jsonShape } from "./json-shape.ts";
import { JsonSplitter } from "./json-splitter.ts";
import { HEAD_LENGTH, MAX_LINE } from "./limits.ts";
import { readHead } from "./read-parts.ts";
import type { RejectedRowsLog } from "./rejected-rows.ts";
import { inBatches, tableOfBatches } from "./table-of-batches.ts";
import { decodeText, notesOfEncoding, type TextEncoding } from "./text-encoding.ts";

/** `text` is null for a line above the length limit. */
type TextLine = { line: number; text: string | null; isEnded: boolean };

/** Splits chunks of text into lines, without line ends (LF or CR LF). */
class LineSplitter {
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

/** A record, or why it is invalid; `place` is its line or number. */
type Piece = { place: number; lines: number; text: string; fault: RejectReason | null };
type Pieces = { feed(text: string): Piece[]; end(): Piece[]; hasNextPage: boolean };

/** JSON as a table: an array, an envelope, a single object, or one per line. */
export async function openJson(file: FileBytes, encoding: TextEncoding): Promise<RawTable> {
  const { text, isAll } = await readHead(decodeText(file, encoding.label), HEAD_LENGTH, MAX_LINE);
  const shape = jsonShape(text, isAll);
  const params = { file: file.name };
  if (shape.kind === "none") throw new UnreadableFileError("json-without-records", params);
  if (shape.kind === "broken") {
    const line = text.trimEnd().split("\n").length;
    throw new UnreadableFileError("invalid-json", { ...params, line });
  }
  const columns = new JsonColumns();
  for (const piece of piecesOf(file, shape).feed(text)) columns.read(piece);
  return jsonTable(file, encoding, shape, columns);
}

function jsonTable(
  file: FileBytes,
  encoding: TextEncoding,
  shape: JsonShape,
  columns: JsonColumns,
): RawTable {
  const about = { name: file.name, header: columns.names, isTyped: true };
  const start = notesOfEncoding(encoding);
  return tableOfBatches(about, start, async function* (rejected) {
    const pieces = piecesOf(file, shape);
    yield* inBatches(cut(file, encoding, pieces), (piece, batch) => take(piece, columns, rejected, batch));
    return pieces.hasNextPage ? [...start, { code: "more-pages", params: {} }] : start;
  });
}

async function* cut(file: FileBytes, encoding: TextEncoding, pieces: Pieces) {
  for await (const text of decodeText(file, encoding.label)) yield pieces.feed(text);
  yield pieces.end();
}

function take(piece: Piece, columns: JsonColumns, rejected: RejectedRowsLog, into: RawRow[]): void {
  const cells = columns.read(piece);
  if (cells !== null) into.push({ line: piece.place, cells });
  else {
    const reason = piece.fault ?? "invalid-json";
    rejected.add({ line: piece.place, lines: piece.lines, reason, cells: null, columns: null });
  }
}

function piecesOf(file: FileBytes, shape: JsonShape): Pieces {
  return shape.kind === "lines" ? linePieces() : recordPieces(file, new JsonSplitter(shape));
}

function linePieces(): Pieces {
  const splitter = new LineSplitter();
  const toPieces = (lines: TextLine[]): Piece[] =>
    lines
      .filter(({ text }) => text === null || text.trim() !== "")
      .map(({ line, text }) => ({
        place: line,
        lines: 1,
        text: text ?? "",
        fault: text === null ? "line-too-long" : null,
      }));
  return {
    feed: (text) => toPieces(splitter.feed(text)),
    end: () => toPieces(splitter.end()),
    hasNextPage: false,
  };
}

function recordPieces(file: FileBytes, splitter: JsonSplitter): Pieces {
  let place = 0;
  const numbered = (pieces: ReturnType<JsonSplitter["feed"]>): Piece[] => {
    const line = splitter.endlessAt;
    if (line !== null) throw new UnreadableFileError("invalid-json", { file: file.name, line });
    return pieces.map(({ text, lines, fault }) => {
      place += 1;
      return { place, lines, text, fault };
    });
  };
  return {
    feed: (text) => numbered(splitter.feed(text)),
    end: () => numbered(splitter.end()),
    get hasNextPage() {
      return splitter.hasNextPage;
    },
  };
}

/** Column names in order of first appearance. */
class JsonColumns {
  readonly names: string[] = [];
  readonly #places = new Map<string, number>();

  /** The cells of a record; null when it is invalid. */
  read({ text, fault }: Piece): (string | null)[] | null {
    if (fault !== null) return null;
    const cells: (string | null)[] = new Array(this.names.length).fill(null);
    try {
      readJsonObject(text, (path, value) => {
        const place = this.#placeOf(path);
        const cell = value === null ? null : withoutEmptyValue(value);
        // Of two equal keys the non-null one counts.
        if (cell !== null) cells[place] = cell;
        else cells[place] ??= null;
      });
    } catch (error) {
      if (error instanceof SyntaxError) return null;
      throw error;
    }
    return cells;
  }

  #placeOf(path: string): number {
    const known = this.#places.get(path);
    if (known !== undefined) return known;
    this.#places.set(path, this.names.length);
    this.names.push(path);
    return this.names.length - 1;
  }
}
