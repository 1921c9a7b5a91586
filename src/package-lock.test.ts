import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

type Locked = { version?: string; integrity?: string; link?: boolean };

/** A SHA-512 in base64: 86 characters and two of padding. */
const SHA_512 = /^sha512-[A-Za-z0-9+/]{86}==$/;

it("every package of the lock file is bound to its content, those of other platforms too", () => {
  const text = readFileSync(new URL("../package-lock.json", import.meta.url), "utf8");
  const { packages } = JSON.parse(text) as { packages: Record<string, Locked> };
  const fetched = Object.entries(packages).filter(([path, { link }]) => path !== "" && !link);
  expect(fetched.length).toBeGreaterThan(100);
  const unbound = fetched.filter(([, { integrity }]) => !SHA_512.test(integrity ?? ""));
  expect(unbound.map(([path, { version }]) => `${path}@${version}`)).toEqual([]);
});
