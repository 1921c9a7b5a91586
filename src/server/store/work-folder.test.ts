import { spawn } from "node:child_process";
import { once } from "node:events";
import { access, mkdir, mkdtemp, readdir, rm, stat, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { buildProgram } from "../testing/build-program.ts";
import { writeJsonLines } from "./bulk.ts";
import { fullFolder, openWorkFolder } from "./work-folder.ts";

const DAY_MS = 24 * 60 * 60_000;

let module = "";
beforeAll(async () => {
  module = (await buildProgram("src/server/store/work-folder.ts")).href;
});

let parent = "";
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), "work-folder-test-"));
  vi.stubEnv("TMPDIR", parent);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(parent, { recursive: true });
});

const modeOf = async (path: string): Promise<string> => ((await stat(path)).mode & 0o777).toString(8);
const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** A process that owns a work folder with a file in it, until it is killed or exits. */
async function otherProcess(end: string) {
  const code = `
    const { openWorkFolder } = await import(${JSON.stringify(module)});
    const { writeFileSync } = await import("node:fs");
    const { path } = await openWorkFolder();
    writeFileSync(path + "/customers", "private");
    console.log(path);
    ${end}`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", code], {
    env: { ...process.env, TMPDIR: parent },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exited = once(child, "exit");
  const [line] = await Promise.race([once(child.stdout, "data"), exited]);
  return { child, exited, path: String(line).trim() };
}

describe("a work folder", () => {
  it("is closed to other accounts, as is what is written into it", async () => {
    const folder = await openWorkFolder();
    const file = join(folder.path, "values.jsonl");
    await writeJsonLines(file, [{ customerName: "private" }]);
    expect([await modeOf(folder.path), await modeOf(file)]).toEqual(["700", "600"]);
    await folder.remove();
  });

  it("goes when it is removed", async () => {
    const folder = await openWorkFolder();
    await writeFile(join(folder.path, "customers"), "private");
    await folder.remove();
    expect(await readdir(parent)).toEqual([]);
  });

  it("goes when the process exits", async () => {
    const { exited } = await otherProcess("setTimeout(() => process.exit(1), 10)");
    await exited;
    expect(await readdir(parent)).toEqual([]);
  });

  it("stays after a kill until the next start, but not while its process lives", async () => {
    const { child, exited, path } = await otherProcess("setInterval(() => {}, 1000)");
    const beside = await openWorkFolder();
    expect(await isThere(join(path, "customers"))).toBe(true);
    await beside.remove();
    child.kill("SIGKILL");
    await exited;
    expect(await isThere(join(path, "customers"))).toBe(true);
    const next = await openWorkFolder();
    expect(await isThere(path)).toBe(false);
    await next.remove();
  });

  it("is kept without a socket for a day, since it may be one that is being made", async () => {
    const paths = ["referrals-dashboard-new", "referrals-dashboard-old", "another"];
    const [recent = "", old = "", foreign = ""] = paths.map((name) => join(parent, name));
    await Promise.all([recent, old, foreign].map((path) => mkdir(path)));
    const before = new Date(Date.now() - 2 * DAY_MS);
    await Promise.all([old, foreign].map((path) => utimes(path, before, before)));
    const folder = await openWorkFolder();
    expect(await Promise.all([recent, old, foreign].map(isThere))).toEqual([true, false, true]);
    await folder.remove();
  });

  it("is made where the path is too long for a socket", async () => {
    const deep = join(parent, "x".repeat(120));
    await mkdir(deep);
    vi.stubEnv("TMPDIR", deep);
    const folder = await openWorkFolder();
    expect(await isThere(folder.path)).toBe(true);
    await folder.remove();
  });

  it.each(["missing", "a file"])(
    "is refused with one sentence where the temporary folder is %s",
    async (what) => {
      const wrong = join(parent, "wrong");
      if (what === "a file") await writeFile(wrong, "");
      vi.stubEnv("TMPDIR", wrong);
      await expect(openWorkFolder()).rejects.toThrow(
        `The temporary folder ${wrong} can't be written to. Make room there, or set TMPDIR to another folder.`,
      );
    },
  );

  it.runIf(process.platform === "linux")(
    "is said to be full where a write into it found no room",
    async () => {
      const error = await writeJsonLines("/dev/full", [{}]).catch((cause: unknown) => cause);
      const ofEngine = new Error("IO Error: Could not write file: No space left on device");
      for (const full of [error, new Error("can't be read as CSV", { cause: ofEngine })]) {
        expect(fullFolder("/tmp", full)?.message).toBe(
          "The temporary folder /tmp is full. Make room there, or set TMPDIR to another folder.",
        );
      }
      expect(fullFolder("/tmp", new Error("Invalid Input Error"))).toBeNull();
    },
  );
});
