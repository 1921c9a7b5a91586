import { parentPort, workerData } from "node:worker_threads";
import { Window } from "happy-dom";
import type { LastPicture } from "./picture.ts";

/** What a thread is to draw: the page at an address of ours, for a reader of these languages. */
type PageToDraw = { url: string; languages: readonly string[] };
/** A query of the page that is drawn, to the service; its number comes back with the response. */
type DrawnQuery = { id: number; path: string; accept: string };
type DrawnResponse = { id: number; status: number; headers: [string, string][]; body: Uint8Array };
/** What `picture.ts` says of a picture; null where it could not be drawn whole. */
type DrawnPage = Pick<LastPicture, "tree" | "says" | "document"> | null;

const CHECK_EVERY_MS = 10;

/** Of the window, what the page uses and Node does not have. Node's own names stay Node's. */
function enterWindow(window: Window, languages: readonly string[]): void {
  const known = new Set(Object.getOwnPropertyNames(globalThis));
  const of = window as unknown as Record<string, unknown>;
  for (const name of [...Object.getOwnPropertyNames(window), ...INHERITED]) {
    if (known.has(name)) continue;
    const value = of[name];
    const isMethod = typeof value === "function" && !/^[A-Z]/.test(name);
    define(name, isMethod ? value.bind(window) : value);
  }
  for (const name of ["window", "self", "parent", "top"]) define(name, globalThis);
  define("navigator", { languages, language: languages[0], onLine: true, userAgent: "" });
}

const INHERITED = ["addEventListener", "removeEventListener", "dispatchEvent"];

function define(name: string, value: unknown): void {
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
}

/** Sends the page's queries to the thread that has the service. */
function fetchThrough(port: NonNullable<typeof parentPort>): typeof fetch {
  const waiting = new Map<number, (response: Response) => void>();
  let last = 0;
  port.on("message", ({ id, status, headers, body }: DrawnResponse) => {
    waiting.get(id)?.(new Response(body as Uint8Array<ArrayBuffer>, { status, headers }));
    waiting.delete(id);
  });
  return (input, init) => {
    const { href } = new URL(input instanceof Request ? input.url : input, location.href);
    const accept = new Headers(init?.headers).get("Accept") ?? "*/*";
    const query: DrawnQuery = { id: ++last, path: href.slice(location.origin.length), accept };
    return new Promise((resolve) => {
      waiting.set(query.id, resolve);
      port.postMessage(query);
    });
  };
}

/** Runs the page itself until it is drawn, and takes the picture that a reader's own browser would keep. */
async function draw(
  { url, languages }: PageToDraw,
  port: NonNullable<typeof parentPort>,
): Promise<DrawnPage> {
  const window = new Window({ url });
  window.document.body.innerHTML = '<div id="root"></div>';
  enterWindow(window, languages);
  define("fetch", fetchThrough(port));
  await import("../main.tsx");
  const [
    { documentLook },
    { isDrawn },
    { takePicture },
    { createI18n },
    { readSelection },
    { wantedLanguages },
  ] = await Promise.all([
    import("./picture.ts"),
    import("./replace-picture.ts"),
    import("./take-picture.ts"),
    import("#i18n/i18n.tsx"),
    import("#selection/selection.ts"),
    import("#i18n/languages.ts"),
  ]);
  const page = document.getElementById("root") as HTMLElement;
  while (!isDrawn(page)) await new Promise((resolve) => setTimeout(resolve, CHECK_EVERY_MS));
  const tree = page.querySelector(".message--error") ? null : takePicture(page);
  const i18n = createI18n(wantedLanguages(readSelection(location.search).selection.lang, null));
  await i18n.loadShell();
  return (
    tree && {
      tree: JSON.stringify(tree),
      says: i18n.t("picture.time", { time: i18n.formats.dateTime(Date.now()) }),
      document: documentLook(),
    }
  );
}

if (parentPort) {
  const port = parentPort;
  draw(workerData as PageToDraw, port).then(
    (drawn) => port.postMessage({ drawn }),
    () => port.postMessage({ drawn: null }),
  );
}
