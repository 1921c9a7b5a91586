import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readTargetsFile } from "./targets-file.ts";

const target = { name: "Answered", figure: "acceptance", bound: "atLeast", percent: 80 };

async function read(content: unknown) {
  const path = join(await mkdtemp(join(tmpdir(), "targets-")), "targets.json");
  await writeFile(path, typeof content === "string" ? content : JSON.stringify(content));
  return readTargetsFile(path);
}

it("reads targets, with a byte order mark too", async () => {
  expect(await readTargetsFile(null)).toEqual([]);
  expect(await read(`\uFEFF${JSON.stringify([target])}`)).toMatchObject([{ ...target, market: "" }]);
});

it("says in a sentence each what is wrong", async () => {
  const wrong = [{ ...target, percent: 0 }, target, { ...target, percent: 101 }, { ...target, figure: "x" }];
  await expect(read(wrong)).rejects.toThrow(/target 1: percent must.*target 3: percent.*target 4: figure/s);
  await expect(read("{")).rejects.toThrow(/must be a JSON list/);
  await expect(readTargetsFile("/nowhere/targets.json")).rejects.toThrow(/cannot be read/);
});
