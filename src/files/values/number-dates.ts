const DAY_MS = 86_400_000;

/** Day 0 of serial numbers; the 1904 epoch is that of old Macintosh workbooks. */
const EPOCHS = { "serial-1900": Date.UTC(1899, 11, 30), "serial-1904": Date.UTC(1904, 0, 1) } as const;

/** Milliseconds per unit of Unix time. */
const STEPS = {
  "epoch-seconds": 1000,
  "epoch-milliseconds": 1,
  "epoch-microseconds": 1e-3,
  "epoch-nanoseconds": 1e-6,
} as const;

export type NumberForm = keyof typeof EPOCHS | keyof typeof STEPS;

/** Serial numbers of 1982 to 2119; smaller numbers may be anything. */
const SERIALS = { first: 30_000, last: 80_000 };

/** What a number can represent, by its size; null for none. */
export function numberForm(value: number): NumberForm | null {
  if (value >= SERIALS.first && value <= SERIALS.last) return "serial-1900";
  if (value >= 3e8 && value < 1e10) return "epoch-seconds";
  if (value >= 3e11 && value < 1e13) return "epoch-milliseconds";
  if (value >= 3e14 && value < 1e16) return "epoch-microseconds";
  return value >= 3e17 && value < 1e19 ? "epoch-nanoseconds" : null;
}

/** The instant (ms since 1970 UTC) of a number; serial numbers to the second, as spreadsheets show them. */
export function instantOfNumber(value: number, form: NumberForm): number {
  if (form === "serial-1900" || form === "serial-1904") {
    return EPOCHS[form] + Math.round((value * DAY_MS) / 1000) * 1000;
  }
  return Math.floor(value * STEPS[form]);
}
