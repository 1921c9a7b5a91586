import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { withoutEmptyValue } from "#files/decode/empty-value.ts";
import { readJsonObject } from "#files/decode/json-object.ts";
import { sampleOf } from "../testing/serve-api.ts";
import { API_HEADER, apiRow } from "./api-row.ts";

const PAGE = new URL("../../../../e2e/fixtures/partner-files/referrals-api-v1-page1.json", import.meta.url);

it("reads a referral as a saved page of the API is read", () => {
  const saved: object[] = JSON.parse(readFileSync(PAGE, "utf8")).value;
  expect(saved.length).toBeGreaterThan(5);
  const odd = {
    id: 7,
    team: [[1], null],
    details: { requirements: { solutions: ["a", null, 1.5] } },
    "": {},
  };
  for (const referral of [...saved, ...sampleOf(50), odd]) {
    const texts = new Map<string, string | null>();
    readJsonObject(JSON.stringify(referral), (path, text) => void texts.set(path, text));
    const cells = API_HEADER.map((name) => {
      const text = texts.get(name) ?? null;
      return text === null ? null : withoutEmptyValue(text);
    });
    expect(apiRow(referral, new Set()).cells).toEqual(cells);
  }
});
