import { mkdtemp, rm, stat, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SOURCE_PATH } from "#config/source-facts.ts";
import { ENDPOINT } from "#partner-center/endpoint.ts";
import { serveFiles } from "./testing/serve-files.ts";

const HEADER = "id,status,createdDate";

function referrals(count: number): string {
  return Array.from({ length: count }, (_, n) => `r${n},Won,2026-10-05T08:00:00`).join("\n");
}

describe("files that change", () => {
  let folder = "";
  let file = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "reload-test-"));
    file = join(folder, "referrals.csv");
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function serving(more: Record<string, string>) {
    await writeFile(file, `${HEADER}\n${referrals(3)}`);
    const { server } = await serveFiles(folder, more);
    const get = async (path: string) => (await fetch(server.url + path)).json();
    const total = async () => (await get(`${ENDPOINT}?top=1`)).TotalCount;
    return { server, get, total };
  }

  it("are read again by themselves, in one step", async () => {
    const { server, get, total } = await serving({ RELOAD: "0.02" });
    const more = join(folder, "more.csv");
    await writeFile(more, `${HEADER}\nx,New,2026-10-06T08:00:00`);
    const saved = Math.floor((await stat(more)).mtimeMs);
    const totals = new Set<number>();
    while (!totals.has(4)) totals.add(await total());
    const { read, facts } = await get(SOURCE_PATH);
    await server.close();
    await rm(more);
    expect([...totals].filter((count) => count !== 3 && count !== 4)).toEqual([]);
    expect([read, facts.loaded]).toEqual([{ at: saved, failedAt: null }, 4]);
  });

  it("have one time on all servers that read them, whenever each did", async () => {
    const one = await serving({ RELOAD: "0" });
    const today = new Date().toISOString();
    await writeFile(file, `${HEADER}\na,New,${today.slice(0, 19)}`);
    const saved = Math.floor(Date.now() / 1000);
    await utimes(file, saved, saved);
    await one.server.readAgain();
    const { server: other } = await serveFiles(folder, { RELOAD: "0" });
    const [first, second] = [await one.get(SOURCE_PATH), await (await fetch(other.url + SOURCE_PATH)).json()];
    await Promise.all([one.server.close(), other.close()]);
    expect(first).toEqual(second);
    expect(first.read.at).toBe(saved * 1000);
  });

  it.each([
    ["is no table", "\u0000\u0001\u0002"],
    ["has lost its ids", "status,createdDate\nWon,2026-10-05"],
    ["has lost most of its rows", `${HEADER}\n${referrals(2)}\n${"a,b,c,d,e,f\n".repeat(5)}`],
    ["is gone", null],
  ])("change nothing where the new one %s, and that is said", async (_name, text) => {
    const { server, get, total } = await serving({ RELOAD: "0" });
    const before = await get("/readyz");
    if (text === null) await rm(file);
    else await writeFile(file, text);
    await server.readAgain();
    const [count, after, { read }] = [await total(), await get("/readyz"), await get(SOURCE_PATH)];
    await writeFile(file, `${HEADER}\n${referrals(5)}`);
    await server.readAgain();
    const [mended, last] = [await total(), await get("/readyz")];
    await server.close();
    expect([count, after.status, after.data.at]).toEqual([3, "ready", before.data.at]);
    expect([after.data.failedAt, read.failedAt]).toEqual([expect.any(String), expect.any(Number)]);
    expect([mended, last.data.failedAt]).toEqual([5, undefined]);
  });
});
