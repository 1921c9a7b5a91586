import { spawnSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "playwright/test";
import { CRM_FILE } from "./crm.ts";
import { freePort, startServer } from "./start-server.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

function startIn(env: Record<string, string>): { status: number | null; said: string } {
  const run = spawnSync(process.execPath, ["dist/server/main.js"], {
    cwd: ROOT,
    env: { ...process.env, PORT: "0", ...env },
    encoding: "utf8",
    timeout: 60_000,
  });
  return { status: run.status, said: run.stdout + run.stderr };
}

test("a file that is not there stops the start with one clear sentence", () => {
  const { status, said } = startIn({ REFERRALS_FILE: "no/such/file.csv" });
  expect(status).toBe(1);
  expect(said).toContain("no/such/file.csv");
  expect(said.trim().split("\n")).toHaveLength(1);
});

test("a file that holds no referrals stops the start too", () => {
  const file = join(tmpdir(), `no-referrals-${process.pid}.json`);
  writeFileSync(file, "<!doctype html><title>Sign in</title>");
  try {
    const { status, said } = startIn({ REFERRALS_FILE: file });
    expect(status).toBe(1);
    expect(said).not.toMatch(/\n\s+at /);
  } finally {
    rmSync(file);
  }
});

test("all wrong settings are listed at once", () => {
  const { status, said } = startIn({ PORT: "high", SIGN_IN: "maybe", HOST: "0.0.0.0" });
  expect(status).toBe(1);
  for (const name of ["PORT", "SIGN_IN"]) expect(said).toContain(name);
});

test("without sign-in the server listens on nothing but this machine", () => {
  const { status, said } = startIn({ HOST: "0.0.0.0" });
  expect(status).toBe(1);
  expect(said).toContain("HOST");
});

test("a taken port is said in words", async () => {
  const server = await startServer({ file: CRM_FILE, port: await freePort() });
  try {
    const { status, said } = startIn({ PORT: String(server.port), REFERRALS_FILE: CRM_FILE });
    expect(status).toBe(1);
    expect(said).toMatch(/port/i);
    expect(said).not.toMatch(/\n\s+at /);
  } finally {
    await server.stop();
  }
});
