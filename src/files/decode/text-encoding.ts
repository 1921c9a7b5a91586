import type { FileBytes, TableNote } from "../raw-table.ts";
import { UnreadableFileError } from "../unreadable-file.ts";
import { type ByteSurvey, ByteSurveyor } from "./survey-bytes.ts";

/** `isAssumed`: neither proved by a BOM nor by the bytes. */
export type TextEncoding = { label: string; isAssumed: boolean };

/** A note on an encoding that was assumed. */
export function notesOfEncoding({ label, isAssumed }: TextEncoding): TableNote[] {
  return isAssumed ? [{ code: "encoding-assumed", params: { encoding: label } }] : [];
}

/**
 * The encoding of a text: by BOM, else UTF-16 by its zero bytes, else the user's choice, else UTF-8 if the whole file
 * is valid, else windows-1252. No detection library: those tried were wrong with high confidence. Reads the whole file.
 */
export async function findEncoding(
  file: FileBytes,
  head: Uint8Array,
  chosen?: string,
): Promise<TextEncoding> {
  const wide = wideEncoding(head);
  if (wide) return wide;
  const hasMark = startsWith(head, [0xef, 0xbb, 0xbf]);
  if (chosen !== undefined && !hasMark) return { label: labelOf(file, chosen), isAssumed: false };
  const survey = await surveyFile(file);
  if (survey.nul > 0) throw new UnreadableFileError("not-text", { file: file.name });
  if (survey.broken === 0) return { label: "utf-8", isAssumed: false };
  if (hasMark || survey.wide > survey.broken) {
    const line = await lineAt(file, survey.firstBroken);
    throw new UnreadableFileError("mixed-encoding", { file: file.name, line });
  }
  if (!isWestern(survey)) throw new UnreadableFileError("unknown-encoding", { file: file.name });
  return { label: "windows-1252", isAssumed: true };
}

/** UTF-16 by BOM, or by zero bytes in every second position of the first hundred. */
function wideEncoding(head: Uint8Array): TextEncoding | null {
  if (startsWith(head, [0xff, 0xfe])) return { label: "utf-16le", isAssumed: false };
  if (startsWith(head, [0xfe, 0xff])) return { label: "utf-16be", isAssumed: false };
  const start = head.subarray(0, 200);
  const zeros = [0, 0];
  start.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const half = start.length / 2;
  if (half < 2) return null;
  if (odd > half * 0.6 && even === 0) return { label: "utf-16le", isAssumed: false };
  if (even > half * 0.6 && odd === 0) return { label: "utf-16be", isAssumed: false };
  return null;
}

/** In Big5, GBK or Cyrillic text most high bytes are in runs; in German or French they are isolated. */
const isWestern = ({ high, highInRuns, undefined1252 }: ByteSurvey) =>
  undefined1252 === 0 && highInRuns < high * 0.4;

function labelOf({ name }: FileBytes, chosen: string): string {
  try {
    return new TextDecoder(chosen).encoding;
  } catch {
    throw new UnreadableFileError("wrong-encoding", { file: name, encoding: chosen });
  }
}

async function surveyFile(file: FileBytes): Promise<ByteSurvey> {
  const surveyor = new ByteSurveyor();
  for await (const bytes of file.stream()) surveyor.look(bytes);
  surveyor.end();
  return surveyor;
}

async function lineAt(file: FileBytes, offset: number): Promise<number> {
  let line = 1;
  let start = 0;
  for await (const bytes of file.stream()) {
    const end = Math.min(bytes.length, offset - start);
    for (let at = bytes.indexOf(10); at !== -1 && at < end; at = bytes.indexOf(10, at + 1)) line++;
    start += bytes.length;
    if (start >= offset) break;
  }
  return line;
}

export function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

/**
 * The text of a file in chunks, without BOM. Always decodes as a stream: otherwise Node 20 leaves 0x80 to 0x9F of
 * windows-1252 undecoded. Throws `UnreadableFileError` where a chosen encoding does not fit.
 */
export async function* decodeText(file: FileBytes, label: string): AsyncGenerator<string> {
  const isFixed = label === "utf-8" || label.startsWith("utf-16") || label === "windows-1252";
  const decoder = new TextDecoder(label, { fatal: !isFixed });
  const decode = (bytes?: Uint8Array) => {
    try {
      return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
    } catch (cause) {
      throw new UnreadableFileError("wrong-encoding", { file: file.name, encoding: label }, { cause });
    }
  };
  for await (const bytes of file.stream()) {
    const text = decode(bytes);
    if (text !== "") yield text;
  }
  const rest = decode();
  if (rest !== "") yield rest;
}
