import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { serveFiles } from "./testing/serve-files.ts";

/** Start-up lines, health and notes of a service on one file. */
async function serve(name: string, rows: readonly string[]) {
  const folder = await mkdtemp(join(tmpdir(), "cells-"));
  await writeFile(join(folder, name), rows.join("\n"));
  const { server, lines, health, config } = await serveFiles(join(folder, name));
  await server.close();
  await rm(folder, { recursive: true });
  return { lines, health: JSON.stringify(health), notes: config.data.facts.tables[0].notes };
}

it("amounts that are unreadable, assumed or of two currencies are named at the start, not at /healthz", async () => {
  const { lines, health } = await serve("leads.csv", [
    "Referral ID,Creation Date,Lead Type,Customer Country,Status,Lead currency,Lead value",
    "L1,11/20/2026,Qualified lead,DE,Accepted,EUR,18.000",
    "L2,11/20/2026,Qualified lead,DE,Accepted,EUR,18k",
    "L3,11/20/2026,Qualified lead,DE,Accepted,EUR,USD 7.000",
  ]);
  const column = "leads.csv: Lead value:";
  for (const line of [
    `${column} 18.000 was read as 18000; save two decimals if this is wrong`,
    `${column} amounts that cannot be read and are in no sum: 1, for example 18k in line 3`,
    `${column} amounts with another currency than the column, which counts: 1, for example USD 7.000 in line 4`,
  ])
    expect(lines).toContain(line);
  expect(health).not.toContain("18k");
});

it.each([
  ["referrals.csv", ["id,status,createdDate", "1,New,2026-10-01", "2,New,soon", "3,New,soon"], " in line 3"],
  [
    "referrals.jsonl",
    ["2026-10-01", "soon", "soon"].map((day, id) => `{"id":"${id}","createdDate":"${day}"}`),
    "",
  ],
])("dates that are unreadable in %s are named with their column", async (name, rows, place) => {
  const { lines, health, notes } = await serve(name, rows);
  expect(lines).toContain(
    `${name}: createdDate: dates that cannot be read and count as missing: 2, for example soon${place}`,
  );
  const params = { column: "createdDate", count: 2, text: "soon", line: place === "" ? 0 : 3 };
  expect(notes).toEqual([{ code: "unreadable-dates", params }]);
  expect(health).not.toContain("soon");
});
