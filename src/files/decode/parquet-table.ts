import { gunzipSync } from "fflate";
import { decompress } from "fzstd";
import {
  type AsyncBuffer,
  type Compressors,
  type FileMetaData,
  parquetMetadataAsync,
  parquetRead,
  parquetSchema,
} from "hyparquet";
import type { FileBytes, RawRow, RawTable } from "../raw-table.ts";
import { UnreadableFileError } from "../unreadable-file.ts";
import { withoutEmptyValue } from "./empty-value.ts";
import { BATCH_ROWS } from "./limits.ts";
import { type CellText, PARQUET_PARSERS, takeCellTexts } from "./parquet-cells.ts";
import { readBytes } from "./read-parts.ts";
import { tableOfBatches } from "./table-of-batches.ts";

/** Snappy is the reader's own; for Brotli, LZ4 and LZO there is no reader that a strict policy allows and that is small. */
const COMPRESSORS: Compressors = {
  GZIP: (packed) => gunzipSync(packed),
  ZSTD: (packed, length) => decompress(packed, new Uint8Array(length)),
};

/** A Parquet file as a table of texts. Dates are ISO strings in UTC. */
export async function openParquet(file: FileBytes): Promise<RawTable> {
  const buffer = bufferOf(file);
  const metadata = await orUnreadable(file, () => parquetMetadataAsync(buffer, { geoparquet: false }));
  const columns = parquetSchema(metadata).children;
  const header = columns.map(({ element }) => element.name);
  const textOf = takeCellTexts(columns);
  return tableOfBatches({ name: file.name, header, isTyped: true }, [], async function* () {
    for await (const rows of rowGroups(file, buffer, metadata, textOf)) yield rows;
    return [];
  });
}

async function* rowGroups(
  file: FileBytes,
  buffer: AsyncBuffer,
  metadata: FileMetaData,
  textOf: readonly CellText[],
): AsyncGenerator<RawRow[]> {
  let start = 0;
  for (const { num_rows } of metadata.row_groups) {
    const end = start + Number(num_rows);
    const rows = await orUnreadable(file, () => readRows(buffer, metadata, start, end));
    for (let at = 0; at < rows.length; at += BATCH_ROWS)
      yield rows.slice(at, at + BATCH_ROWS).map((row, place) => ({
        line: start + at + place + 1,
        cells: textOf.map((cellText, column) => {
          const text = cellText(row[column]);
          return text === null ? null : withoutEmptyValue(text);
        }),
      }));
    start = end;
  }
}

function readRows(
  file: AsyncBuffer,
  metadata: FileMetaData,
  rowStart: number,
  rowEnd: number,
): Promise<unknown[][]> {
  return new Promise((resolve, reject) => {
    parquetRead({
      file,
      metadata,
      rowStart,
      rowEnd,
      compressors: COMPRESSORS,
      parsers: PARQUET_PARSERS,
      // Texts without the mark of UTF-8 and numbers as bytes are told apart by the column.
      utf8: false,
      geoparquet: false,
      onComplete: resolve,
    }).catch(reject);
  });
}

/** The end of the file is read again for each column. */
function bufferOf(file: FileBytes): AsyncBuffer {
  return {
    byteLength: file.size,
    async slice(start, end = file.size) {
      const from = start < 0 ? file.size + start : start;
      const bytes = await readBytes(file, from, end - from);
      return bytes.slice().buffer;
    },
  };
}

async function orUnreadable<T>(file: FileBytes, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (cause) {
    if (cause instanceof UnreadableFileError) throw cause;
    const codec = /unsupported compression codec: (\w+)/.exec(String(cause))?.[1];
    if (codec) throw new UnreadableFileError("parquet-codec", { file: file.name, codec }, { cause });
    throw new UnreadableFileError("damaged-archive", { file: file.name }, { cause });
  }
}
