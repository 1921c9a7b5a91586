import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it, vi } from "vitest";
import type { Draw } from "./draw.ts";
import { firstPicture } from "./first-picture.ts";

const pageRoot = mkdtempSync(join(tmpdir(), "first-picture-"));
writeFileSync(join(pageRoot, "index.html"), '<!doctype html><body><div id="root"></div></body>');
afterAll(() => rmSync(pageRoot, { recursive: true }));

const DOCUMENT = { lang: "en-US", dir: "ltr" };

function opened(draw: Draw) {
  const state = { data: {}, at: 0 };
  const { routes, prepare } = firstPicture({ pageRoot, draw, data: () => state.data, now: () => state.at });
  const get = async (path = "/", language = "en-US,en;q=0.9", encoding = "identity") => {
    const response = await routes.request(path, {
      headers: { "Accept-Language": language, "Accept-Encoding": encoding },
    });
    const html = response.status === 404 ? "" : await response.text();
    const [, json] = /<script type="application\/json" id="first-picture">(.*?)<\/script>/.exec(html) ?? [];
    return { response, html, picture: json === undefined ? null : JSON.parse(json) };
  };
  return { state, prepare, get };
}

const says = async (): Promise<{ tree: string; says: string; document: typeof DOCUMENT }> => ({
  tree: '["</script><b>"]',
  says: "Figures",
  document: DOCUMENT,
});

it("puts the picture into the page from the second time on, for the same address and languages", async () => {
  const draw = vi.fn(says);
  const { get } = opened(draw);
  // Left to the plain page.
  expect((await get()).response.status).toBe(404);
  expect(draw.mock.calls).toEqual([["/", ["en-US", "en"]]]);
  const { picture, html, response } = await get();
  expect(picture).toEqual({ ...(await says()), languages: '["en-US","en"]' });
  expect(html.match(/<\/script>/g)).toHaveLength(1);
  expect(response.headers.get("Vary")).toBe("Accept-Encoding, Accept-Language");
  expect((await get("/?market=DE")).picture).toBeNull();
  expect((await get("/", "de")).picture).toBeNull();
  expect((await get("/?market=DE")).picture).not.toBeNull();
  expect(draw).toHaveBeenCalledTimes(3);
});

it("draws anew once the data are others, or it is ten minutes old", async () => {
  const draw = vi.fn(says);
  const { get, state } = opened(draw);
  await get();
  expect((await get()).picture).not.toBeNull();
  state.data = {};
  expect((await get()).picture).toBeNull();
  expect((await get()).picture).not.toBeNull();
  state.at = 600_001;
  expect((await get()).picture).toBeNull();
  expect(draw).toHaveBeenCalledTimes(3);
});

it("leaves the page as it is for an audience, for languages in no known form, and where nothing was drawn", async () => {
  const draw = vi.fn(async () => null);
  const { get } = opened(draw);
  for (const [path, language] of [
    ["/?audience=safe"],
    ["/", "*"],
    ["/", '"><script>'],
    ["/", "en,".repeat(100)],
    [`/?from=${"1".repeat(600)}`],
  ])
    expect((await get(path, language)).response.status).toBe(404);
  expect(draw).not.toHaveBeenCalled();
  await get();
  expect((await get()).response.status).toBe(404);
  expect(draw).toHaveBeenCalledTimes(1);
});

it("draws one page at a time, whatever else is asked for meanwhile", async () => {
  let finish = () => {};
  const draw = vi.fn(async () => {
    await new Promise<void>((resolve) => {
      finish = resolve;
    });
    return says();
  });
  const { get, prepare } = opened(draw);
  prepare(["en-US", "en"]);
  await get();
  await get("/", "de");
  expect(draw).toHaveBeenCalledTimes(1);
  finish();
  await vi.waitFor(async () => expect((await get()).picture).not.toBeNull());
});
