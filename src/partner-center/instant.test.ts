import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { printInstant, readInstant } from "./instant.ts";

const SAMPLE = Date.UTC(2018, 1, 4, 23, 8, 59);
const anInstant = fc.integer({ min: Date.parse("0001-01-02T00:00:00Z"), max: Date.UTC(9999, 11, 31) });

function at(text: string): number | string {
  const reading = readInstant(text);
  return reading.kind === "instant" ? reading.at : reading.kind;
}

describe("readInstant", () => {
  test.each([
    ["2018-02-04T23:08:59", SAMPLE],
    ["2018-02-04 23:08:59", SAMPLE],
    ["2018-02-04t23:08:59z", SAMPLE],
    [" 2018-02-04T23:08:59 ", SAMPLE],
    ["2018-02-04T23:08", SAMPLE - 59_000],
    ["2018-02-04", Date.UTC(2018, 1, 4)],
    ["2018-02-04T23:08:59.1", SAMPLE + 100],
    ["2018-02-04T23:08:59.12", SAMPLE + 120],
    ["2018-02-04T23:08:59.1239999", SAMPLE + 123],
    ["2018-02-04T23:08:59.1239999999Z", SAMPLE + 123],
    ["2018-02-05T01:08:59+02:00", SAMPLE],
    ["2018-02-05T01:08:59+0200", SAMPLE],
    ["2018-02-04 17:38:59 -05:30", SAMPLE],
    ["2/4/2018 11:08:59 PM", SAMPLE],
    ["02/04/2018 11:08:59 pm", SAMPLE],
    ["2/4/2018 12:00:00 AM", Date.UTC(2018, 1, 4)],
    ["2/4/2018 12:30:00 PM", Date.UTC(2018, 1, 4, 12, 30)],
    ["2/4/2018", Date.UTC(2018, 1, 4)],
    ["2016-02-29", Date.UTC(2016, 1, 29)],
    ["1969-12-31T23:59:59.999", -1],
  ])("reads %s", (text, expected) => {
    expect(at(text)).toBe(expected);
  });

  test.each([null, undefined, "", "  ", "0001-01-01", "0001-01-01T00:00:00Z", "0001-01-01T00:00:00.0000000"])(
    "takes %s as never",
    (text) => {
      expect(readInstant(text)).toEqual({ kind: "never" });
    },
  );

  test("takes .NET's smallest date as never in every spelling and zone", () => {
    expect(at("1/1/0001 12:00:00 AM")).toBe("never");
    expect(at("0001-01-01T23:00:00-05:00")).toBe("never");
    expect(at("0001-01-02T00:00:00+05:00")).toBe("never");
  });

  test.each([
    "2018-02-31",
    "2017-02-29",
    "2018-13-01",
    "2018-00-10",
    "2018-01-00",
    "0000-01-01",
    "2018-02-04T24:00:00",
    "2018-02-04T23:60:00",
    "2018-02-04T23:08:60",
    "2018-02-04T23:08:59+15:00",
    "2018-02-04T23:08:59+01:75",
    "2018-02-04T23:08:59.",
    "9999-12-31T23:59:59-01:00",
    "2/30/2018 1:00:00 AM",
    "2/4/2018 13:00:00 PM",
    "2/4/2018 0:10:00 AM",
    "2018-2-4",
    "20180204",
    "yesterday",
    "2018-02-04T23:08:59ZZ",
    "2018-02-04\n2018-02-05",
  ])("finds %s unreadable and keeps the text", (text) => {
    expect(readInstant(text)).toEqual({ kind: "unreadable", text });
  });

  test("keeps the text of an unreadable date as it came", () => {
    expect(readInstant(" soon ")).toEqual({ kind: "unreadable", text: " soon " });
  });

  test("agrees with the platform on every zoned ISO text", () => {
    fc.assert(
      fc.property(anInstant, (instant) => {
        const text = new Date(instant).toISOString();
        expect(at(text)).toBe(Date.parse(text));
      }),
    );
  });

  test("never throws", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(["never", "unreadable", "instant"]).toContain(readInstant(text).kind);
      }),
    );
  });
});

describe("printInstant", () => {
  test("shows milliseconds only where there are some", () => {
    expect(printInstant(SAMPLE)).toBe("2018-02-04T23:08:59");
    expect(printInstant(SAMPLE + 7)).toBe("2018-02-04T23:08:59.007");
  });

  test("is read back as the same instant", () => {
    fc.assert(
      fc.property(anInstant, (instant) => {
        expect(at(printInstant(instant))).toBe(instant);
      }),
    );
  });
});
