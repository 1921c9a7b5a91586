import { afterEach, beforeEach, expect, it } from "vitest";
import type { Mapping } from "#files/formats/mapping.ts";
import { writeStored } from "#lib/stored.ts";
import { keepMapping, keptMappings } from "./kept-mappings.ts";

const NAME = "file-mappings";
const GOOD: Mapping = { columns: { Deal: "id" }, statuses: {} };
const clear = () => void writeStored(NAME, null);
beforeEach(clear);
afterEach(clear);

it("keeps mappings beside a damaged one, which is named until it is given again", () => {
  writeStored(NAME, JSON.stringify({ "deal|where": GOOD, "lead|state": { columns: { Lead: "nothing" } } }));
  expect(keptMappings()).toEqual({ mappings: { "deal|where": GOOD }, damaged: ["lead|state"] });
  expect(keepMapping("other", GOOD).damaged).toEqual(["lead|state"]);
  const given = keepMapping("lead|state", GOOD);
  expect(given.damaged).toEqual([]);
  expect(Object.keys(given.mappings)).toEqual(["lead|state", "other", "deal|where"]);
  expect(keptMappings()).toEqual(given);
});

it.each(["{", "7", "[]", "null", '"text"'])(
  "tells that none can be read in %s, until one is given",
  (text) => {
    writeStored(NAME, text);
    expect(keptMappings()).toEqual({ mappings: {}, damaged: "all" });
    expect(keepMapping("deal|where", GOOD)).toEqual({ mappings: { "deal|where": GOOD }, damaged: [] });
  },
);

it("has none, and none that is damaged, at first", () => {
  expect(keptMappings()).toEqual({ mappings: {}, damaged: [] });
});
