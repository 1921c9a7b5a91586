import { addDays, bucketEnd, DAY_MS, type Day, type Grain, HOUR_MS, instantOfDay } from "#lib/calendar.ts";

/** Locale-aware numbers, dates and names. Days and times are UTC. */
export type Formats = {
  count(value: number): string;
  /** 0.623 as "62.3%". */
  percent(value: number): string;
  /** 0.084 as "+8.4%", always with a sign. */
  signedPercent(value: number): string;
  /** 1.24 as "+1.2", always with a sign. */
  signed(value: number): string;
  /** An amount with its currency code, "EUR 1,234.50"; without one for "". */
  money(amount: number, currency: string): string;
  /** 1.24 as "1.2". */
  decimal(value: number): string;
  day(day: Day): string;
  /** A period; whole months by month names only. */
  period(from: Day, to: Day): string;
  /** A period by its first and last day, even for whole months. */
  days(from: Day, to: Day): string;
  /** The name of a month (1 to 12). */
  monthName(month: number): string;
  /** "A, B and C". */
  list(texts: readonly string[]): string;
  /** The full name of a bucket, by its first day. */
  bucket(start: Day, grain: Grain): string;
  /** The short name of a bucket, for axes. */
  tick(start: Day, grain: Grain): string;
  /** Date and time of an instant (ms) to the minute, UTC. */
  dateTime(instant: number): string;
  /** Time of an instant (ms) to the second, UTC. */
  time(instant: number): string;
  /** A duration (ms) in its two largest units, from days to minutes: "3d 4h". */
  duration(ms: number): string;
  /** The name of a market code; an unknown code is returned as it is. */
  market(code: string): string;
};

export function createFormats(locale: string): Formats {
  const numberFormat = (options: Intl.NumberFormatOptions = {}) =>
    once(() => new Intl.NumberFormat(locale, options));
  const dateFormat = (options: Intl.DateTimeFormatOptions) =>
    once(() => new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" }));
  const number = numberFormat();
  // Always one decimal, so that columns of figures align.
  const oneDecimal = { minimumFractionDigits: 1, maximumFractionDigits: 1 } as const;
  const decimal = numberFormat(oneDecimal);
  const percent = numberFormat({ ...oneDecimal, style: "percent" });
  const signedNumber = numberFormat({ ...oneDecimal, signDisplay: "exceptZero" });
  const signed = numberFormat({ ...oneDecimal, style: "percent", signDisplay: "exceptZero" });
  const day = dateFormat({ dateStyle: "medium" });
  const month = dateFormat({ year: "numeric", month: "short" });
  const monthName = dateFormat({ month: "long" });
  const shortDay = dateFormat({ day: "numeric", month: "short" });
  const dateTime = dateFormat({ dateStyle: "medium", timeStyle: "short" });
  const time = dateFormat({ timeStyle: "medium" });
  const list = once(() => new Intl.ListFormat(locale, { type: "conjunction" }));
  const names = once(() => marketNames(locale));
  const market = keptFor((code: string) => names()(code));
  const duration = once(() => durations(locale));
  const money = once(() => moneyFormat(locale));

  const bucket = kept((start: Day, grain: Grain) => {
    if (grain === "day") return day().format(instantOfDay(start));
    if (grain === "week") return day().formatRange(instantOfDay(start), instantOfDay(addDays(start, 6)));
    if (grain === "month") return month().format(instantOfDay(start));
    if (grain === "year") return start.slice(0, 4);
    return month().formatRange(instantOfDay(start), instantOfDay(bucketEnd(start, "quarter")));
  });

  return {
    count: (value) => number().format(value),
    percent: (value) => percent().format(value),
    signedPercent: (value) => withMinus(signed().format(value)),
    signed: (value) => withMinus(signedNumber().format(value)),
    money: (amount, currency) => money()(amount, currency),
    decimal: (value) => decimal().format(value),
    day: keptFor((value: Day) => day().format(instantOfDay(value))),
    period: kept((from: Day, to: Day) => {
      const wholeMonths = from.endsWith("-01") && addDays(to, 1).endsWith("-01");
      return (wholeMonths ? month() : day()).formatRange(instantOfDay(from), instantOfDay(to));
    }),
    days: kept((from: Day, to: Day) => day().formatRange(instantOfDay(from), instantOfDay(to))),
    monthName: (place) => monthName().format(Date.UTC(2026, place - 1, 1)),
    list: (texts) => list().format(texts),
    bucket,
    tick: kept((start: Day, grain: Grain) =>
      grain === "day" || grain === "week" ? shortDay().format(instantOfDay(start)) : bucket(start, grain),
    ),
    dateTime: (instant) => dateTime().format(instant),
    time: (instant) => time().format(instant),
    duration: (ms) => duration()(ms),
    market,
  };
}

/** Most locales use a hyphen, which is shorter than a plus sign and easily missed. */
function withMinus(text: string): string {
  return text.replace("-", "−");
}

/** Lazy: creating all formats at once would delay the first paint on a slow machine. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** Memoised: formatting date ranges is slow, and every render names the same ones. */
function kept<A extends string, B extends string>(write: (a: A, b: B) => string): (a: A, b: B) => string {
  const texts = new Map<string, string>();
  return (a, b) => {
    const name = `${a} ${b}`;
    const text = texts.get(name) ?? write(a, b);
    texts.set(name, text);
    return text;
  };
}

/** The same for one argument; few, because there are few markets and days. */
function keptFor(write: (text: string) => string): (text: string) => string {
  const texts = new Map<string, string>();
  return (text) => {
    const name = texts.get(text) ?? write(text);
    texts.set(text, name);
    return name;
  };
}

const MINUTE_MS = HOUR_MS / 60;

function durations(locale: string): (ms: number) => string {
  const inUnit = (unit: string) =>
    new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "narrow" });
  const [days, hours, minutes] = [inUnit("day"), inUnit("hour"), inUnit("minute")];
  const parts = new Intl.ListFormat(locale, { type: "unit", style: "narrow" });
  return (ms) => {
    const size = Math.abs(ms);
    const [wholeDays, wholeHours] = [Math.floor(size / DAY_MS), Math.floor(size / HOUR_MS)];
    const [restHours, restMinutes] = [wholeHours % 24, Math.floor(size / MINUTE_MS) % 60];
    const sign = ms < 0 ? -1 : 1;
    if (wholeDays > 0) return parts.format([days.format(sign * wholeDays), hours.format(restHours)]);
    if (wholeHours > 0) return parts.format([hours.format(sign * wholeHours), minutes.format(restMinutes)]);
    return minutes.format(sign * restMinutes);
  };
}

function moneyFormat(locale: string): (amount: number, currency: string) => string {
  const known = new Map<string, Intl.NumberFormat>();
  const exact = { maximumFractionDigits: 2, trailingZeroDisplay: "stripIfInteger" } as const;
  return (amount, currency) => {
    // Intl throws for anything but three letters.
    const isCode = /^[A-Z]{3}$/.test(currency);
    const format =
      known.get(currency) ??
      new Intl.NumberFormat(
        locale,
        isCode ? { ...exact, style: "currency", currency, currencyDisplay: "code" } : exact,
      );
    known.set(currency, format);
    const text = format.format(amount);
    return isCode || currency === "" ? text : `${currency} ${text}`;
  };
}

/**
 * `Intl.DisplayNames` throws for anything but two letters or three digits, and gives a code of the past (UK, AN) the name
 * of today's: its code stands beside it.
 */
function marketNames(locale: string): (code: string) => string {
  const names = new Intl.DisplayNames(locale, { type: "region", fallback: "code" });
  return (code) => {
    if (!/^([A-Z]{2}|\d{3})$/.test(code)) return code;
    const name = names.of(code) ?? code;
    return name === code || new Intl.Locale(`und-${code}`).region === code ? name : `${name} (${code})`;
  };
}
