import { readFileSync } from "node:fs";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { SETTING_NAMES, SETTINGS } from "./server-settings.ts";
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

describe("docs/settings.md", () => {
  const text = readFileSync(new URL("../../docs/settings.md", import.meta.url), "utf8");
  const rows = text.split("\n").filter((line) => line.startsWith("| `"));
  /** Each name with its default; null for none. */
  const listed = rows.flatMap((row) => {
    const [names = [], defaults = []] = row
      .split("|")
      .slice(1)
      .map((cell) => cell.split(",").map((one) => one.trim()));
    return names.map((name, place) => {
      const byDefault = defaults[place] ?? "";
      return [name.slice(1, -1), byDefault === "–" ? null : byDefault.slice(1, -1)] as const;
    });
  });

  it("lists each setting once, and no other", () => {
    expect(listed.map(([name]) => name).toSorted()).toEqual(SETTING_NAMES.toSorted());
  });

  it("has the defaults of the server", () => {
    for (const [name, byDefault] of listed) {
      const schema = SETTINGS[name as keyof typeof SETTINGS];
      const expected = byDefault === null ? null : v.parse(schema, byDefault);
      expect(v.parse(schema, undefined), name).toEqual(expected);
    }
  });
});
