import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { SETTING_NAMES } from "./server-settings.ts";
import { unknownSettings } from "./unknown-settings.ts";

const said = (...names: string[]) =>
  unknownSettings(Object.fromEntries(names.map((name) => [name, "x"])), SETTING_NAMES);

it.each([
  ["REFERRAL_FILE", "REFERRALS_FILE"],
  ["REFERRALS_FILES", "REFERRALS_FILE"],
  ["trust_proxy", "TRUST_PROXY"],
  ["CLICKHOUSE_PASWORD", "CLICKHOUSE_PASSWORD"],
])("asks whether %s is %s", (name, meant) => {
  expect(said(name)).toEqual([`${name} is no setting and has no effect. Is ${meant} meant?`]);
});

it("takes neither settings nor the variables of others for typing errors", () => {
  expect(said(...SETTING_NAMES)).toEqual([]);
  const others = [
    "PATH",
    "HOSTNAME",
    "HOME",
    "SHELL",
    "LANG",
    "PWD",
    "NODE_ENV",
    "NODE_OPTIONS",
    "REDIS_PORT",
  ];
  expect(said(...others, "CLICKHOUSE_SERVICE_HOST", "HTTPS_PROXY", "SSL_CERT_FILE", "LOGNAME")).toEqual([]);
  expect(unknownSettings(process.env, SETTING_NAMES)).toEqual([]);
});

it("every setting is explained in a table", () => {
  const text = ["README.md", "docs/operate.md", "docs/clickhouse.md"]
    .map((path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8"))
    .join("\n");
  const rows = text.split("\n").filter((line) => line.startsWith("|"));
  const isExplained = (name: string) => rows.some((row) => row.split("|")[1]?.includes(`\`${name}\``));
  expect(SETTING_NAMES.filter((name) => !isExplained(name))).toEqual([]);
});
