import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { fileBytes } from "./file-bytes.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "file-bytes-"));
});
afterAll(() => rm(folder, { recursive: true }));

it("gives the bytes of a file, all or a part, as often as asked", async () => {
  const content = Buffer.from("id,status\n".repeat(200_000));
  const path = join(folder, "large.csv");
  await writeFile(path, content);
  const file = await fileBytes(path);
  expect([file.name, file.size]).toEqual(["large.csv", content.length]);
  for (const [start, end] of [[], [5], [1_048_570, 1_048_590], [content.length - 3, content.length + 9]]) {
    const parts: Uint8Array[] = [];
    for await (const bytes of file.stream(start, end)) parts.push(bytes);
    expect(Buffer.concat(parts).equals(content.subarray(start, end))).toBe(true);
  }
});

it("says that a file cannot be read", async () => {
  await expect(fileBytes(join(folder, "nowhere.csv"))).rejects.toMatchObject({ code: "unavailable" });
});
