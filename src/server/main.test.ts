import { execFile, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ENDPOINT } from "#partner-center/endpoint.ts";
import { buildProgram } from "./testing/build-program.ts";
import { serve } from "./testing/serve.ts";

const MAKE_PIPE = "mkfifo";

const REAL_SIGN_IN = {
  SIGN_IN: "entra",
  ENTRA_TENANT_ID: "00c0ffee-0000-4000-8000-00000000c0de",
  ENTRA_CLIENT_ID: "00c0ffee-0000-4000-8000-00000000c0df",
};

describe("the server's process", () => {
  let folder = "";
  let program = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "main-test-"));
    program = fileURLToPath(await buildProgram("src/server/main.ts"));
    await writeFile(join(folder, "referrals.csv"), "id,status,createdDate\n1,New,2026-10-05T08:00:00\n");
    execFileSync(MAKE_PIPE, [join(folder, "pipe")]);
  });
  afterAll(() => rm(folder, { recursive: true }));

  /** Output and exit code with these settings on top of valid ones. */
  function start(environment: Record<string, string>): Promise<{ code: unknown; said: string[] }> {
    const usual = { PATH: process.env.PATH, PORT: "0", REFERRALS_FILE: join(folder, "referrals.csv") };
    return new Promise((resolve) => {
      const options = { env: { ...usual, ...environment }, timeout: 20_000 };
      execFile(process.execPath, [program], options, (error, stdout, stderr) => {
        const said = (stdout + stderr).split("\n").filter((line) => line !== "" && !/ loaded, /.test(line));
        resolve({ code: error?.code ?? null, said });
      });
    });
  }

  it.each([
    ["a pipe for a file", { REFERRALS_FILE: "pipe" }, "pipe is not a file. Set the path of a file."],
    [
      "a host of another machine",
      { ...REAL_SIGN_IN, HOST: "192.0.2.1" },
      'HOST is "192.0.2.1": this machine can\'t listen there (EADDRNOTAVAIL). Set HOST to an address of this machine, for example 127.0.0.1.',
    ],
    [
      "a host that has no address",
      { ...REAL_SIGN_IN, HOST: "no-such-host.invalid" },
      'HOST is "no-such-host.invalid": this machine can\'t listen there (E',
    ],
    ["no temporary folder", { TMPDIR: "missing" }, "missing can't be written to. Make room there"],
  ])("ends with code 1 and one sentence for %s", async (_name, environment, sentence) => {
    const { REFERRALS_FILE, TMPDIR, ...settings } = environment as Record<string, string>;
    const { code, said } = await start({
      ...settings,
      ...(REFERRALS_FILE && { REFERRALS_FILE: join(folder, REFERRALS_FILE) }),
      ...(TMPDIR && { TMPDIR: join(folder, TMPDIR) }),
    });
    expect(said).toEqual([expect.stringContaining(sentence)]);
    expect(code).toBe(1);
  });

  it("ends so for a port that another process has", async () => {
    const other = await serve(() => {});
    const { code, said } = await start({ PORT: String(other.port) });
    await other.close();
    expect(said).toEqual(["The port is already in use. Set PORT to a free port, or to 0 for any free port."]);
    expect(code).toBe(1);
  });

  it("ends so for a level of the log that there is not", async () => {
    const { code, said } = await start({ LOG_LEVEL: "loud" });
    const sentence = '  - LOG_LEVEL is "loud": use trace, debug, info, warn, error, fatal, silent.';
    expect(said).toEqual(["Invalid settings:", sentence]);
    expect(code).toBe(1);
  });

  it("goes on at SIGHUP: it reads its files again and logs when that fails", async () => {
    const file = join(folder, "again.csv");
    await writeFile(file, "id,status,createdDate\n1,New,2026-10-05T08:00:00\n");
    const env = { PATH: process.env.PATH, PORT: "0", SIGN_IN: "off", RELOAD: "0", REFERRALS_FILE: file };
    const server = spawn(process.execPath, [program], { env });
    const said = async (stream: NodeJS.ReadableStream, wanted: RegExp) => {
      for (let text = ""; ; ) {
        text += String((await once(stream, "data"))[0]);
        const found = wanted.exec(text);
        if (found) return found[0];
      }
    };
    const url = (await said(server.stdout, /http:\S+/)) + ENDPOINT;
    await writeFile(file, "id,status,createdDate\n1,New,2026-10-05T08:00:00\n2,New,2026-10-05T08:00:00\n");
    server.kill("SIGHUP");
    await said(server.stderr, /data read again/);
    expect((await (await fetch(url)).json()).TotalCount).toBe(2);
    await rm(file);
    server.kill("SIGHUP");
    expect(
      await said(server.stderr, /"causes":\["LoadError: [^"]*again\.csv.*the old ones answer/),
    ).toBeTruthy();
    expect((await (await fetch(url)).json()).TotalCount).toBe(2);
    server.kill();
    await once(server, "exit");
  });
});
