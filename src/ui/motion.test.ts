import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));

function filesOf(folder: string, ending: RegExp): string[] {
  return readdirSync(`${root}${folder}`, { recursive: true, encoding: "utf8" })
    .filter((path) => ending.test(path))
    .map((path) => `${folder}/${path}`);
}

/** Animations and transitions, which have to stop with prefers-reduced-motion. */
const MOTION =
  /@keyframes|(?:^|[\s;{"])(?:animation|transition|scroll-behavior)[a-z-]*\s*:|\.animate\(|"smooth"/;

it("nothing on the page moves by itself", () => {
  const styles = [...filesOf("src", /\.css$/), ...filesOf("public", /\.css$/), "index.html"];
  const files = [...styles, ...filesOf("src", /(?<!\.test)\.tsx?$/)];
  expect(styles.length).toBeGreaterThan(20);
  expect(files.filter((file) => MOTION.test(readFileSync(root + file, "utf8")))).toEqual([]);
});
