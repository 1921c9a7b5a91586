import type { ParquetParsers, SchemaTree } from "hyparquet";

/** The text of a value of one column, as the service's engine writes it; null for none. */
export type CellText = (value: unknown) => string | null;

const decoder = new TextDecoder();
const NANOS = 1_000_000n;
const MICROS = 1000n;

/** ISO in UTC without a zone; null for what no date can be, as the engine's infinity. */
function isoText(ms: number): string | null {
  return Number.isNaN(new Date(ms).getTime()) ? null : new Date(ms).toISOString().slice(0, -1);
}

/** Rounds down also before 1970. */
function msOf(value: bigint, unit: bigint): number {
  const rest = value % unit;
  return Number((value - (rest < 0n ? rest + unit : rest)) / unit);
}

export const PARQUET_PARSERS: Partial<ParquetParsers> = {
  timestampFromMilliseconds: (ms) => isoText(Number(ms)),
  timestampFromMicroseconds: (micros) => isoText(msOf(micros, MICROS)),
  timestampFromNanoseconds: (nanos) => isoText(msOf(nanos, NANOS)),
  dateFromDays: (days) => isoText(days * 86_400_000),
  jsonFromBytes: (bytes) => (bytes ? jsonText(decoder.decode(bytes)) : null),
};

/** A JSON text without its quotes; numbers keep all digits. */
function jsonText(json: string): string | null {
  if (json === "null") return null;
  return json.startsWith('"') ? String(JSON.parse(json)) : json;
}

/**
 * How the values of each column become texts. Takes the marks of decimals off the columns, because the reader would
 * round their digits.
 */
export function takeCellTexts(columns: readonly SchemaTree[]): CellText[] {
  return columns.map(({ element }) => {
    const { converted_type, logical_type, scale = 0, type } = element;
    if (converted_type === "DECIMAL" || logical_type?.type === "DECIMAL") {
      delete element.converted_type;
      delete element.logical_type;
      return (value) => decimalText(value, scale);
    }
    const isUnsigned =
      converted_type === "UINT_64" || (logical_type?.type === "INTEGER" && !logical_type.isSigned);
    if (isUnsigned)
      return (value) => (typeof value === "bigint" ? String(BigInt.asUintN(64, value)) : plainText(value));
    return type === "FLOAT"
      ? (value) => (typeof value === "number" ? floatText(value) : plainText(value))
      : plainText;
  });
}

function plainText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === "string") return value;
  if (typeof value === "number") return numberText(value);
  if (value instanceof Uint8Array) return decoder.decode(value);
  if (Array.isArray(value)) return value.flatMap((item) => plainText(item) ?? []).join("; ");
  return typeof value === "object"
    ? JSON.stringify(value, (_, part) => (typeof part === "bigint" ? String(part) : part))
    : String(value);
}

/** A whole number that a double may have rounded is written with an exponent: no id is made up from it. */
function numberText(value: number): string {
  const isRounded = Number.isInteger(value) && Math.abs(value) >= Number.MAX_SAFE_INTEGER;
  return isRounded ? value.toExponential() : String(value);
}

/** The shortest digits that are this number with 32 bits. */
function floatText(value: number): string {
  for (let digits = 6; digits < 9; digits++) {
    const text = Number(value.toPrecision(digits));
    if (Math.fround(text) === value) return numberText(text);
  }
  return numberText(value);
}

/** All digits of a decimal; zeros alone behind the point are left out. */
function decimalText(value: unknown, scale: number): string | null {
  const unscaled = value instanceof Uint8Array ? bytesAsInteger(value) : value;
  if (typeof unscaled !== "bigint" && typeof unscaled !== "number") return null;
  const [sign, digits] = unscaled < 0 ? ["-", String(-unscaled)] : ["", String(unscaled)];
  const padded = digits.padStart(scale + 1, "0");
  const fraction = padded.slice(padded.length - scale);
  const whole = padded.slice(0, padded.length - scale);
  return scale === 0 || /^0+$/.test(fraction) ? sign + whole : `${sign}${whole}.${fraction}`;
}

/** Big-endian two's complement. */
function bytesAsInteger(bytes: Uint8Array): bigint {
  let value = 0n;
  for (const byte of bytes) value = (value << 8n) | BigInt(byte);
  return BigInt.asIntN(bytes.length * 8, value);
}
