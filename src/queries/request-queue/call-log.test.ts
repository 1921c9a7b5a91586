import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { createCallLog, curlLine } from "./call-log.ts";

test("keeps the last five hundred queries, the oldest first", () => {
  const log = createCallLog();
  for (let at = 0; at < 501; at++) log.derived(`/${at}`, "/wide", at);
  expect(log.get()).toHaveLength(500);
  expect(log.get().at(0)).toMatchObject({ address: "/1" });
});

test("changes the entry of a call as it goes on, and tells who listens", () => {
  const log = createCallLog();
  const note = log.begin("/a", 5);
  log.derived("/b", "/a", 6);
  let notified = 0;
  log.subscribe(() => notified++);
  note({ ending: "answered", ms: 3 });
  expect(log.get()).toMatchObject([{ address: "/a", ending: "answered", ms: 3 }, { kind: "derived" }]);
  expect(notified).toBe(1);
});

test("a curl line survives the shell, and names the place of the token without it", () => {
  const line = curlLine("/path?filter=customerName eq 'O''Neill'&top=1", "https://example.org");
  const printed = execFileSync("sh", ["-c", line.replace(/^curl/, "printf '%s\\n'")], {
    env: { TOKEN: "from-the-environment" },
    encoding: "utf8",
  });
  expect(line).toContain('"Authorization: Bearer $TOKEN"');
  expect(printed.trim().split("\n").at(-1)).toBe(
    new URL("https://example.org/path?filter=customerName eq 'O''Neill'&top=1").href,
  );
});
