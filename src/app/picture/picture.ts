import type { AppConfig } from "#config/app-config.ts";
import { VIEW_PATHS } from "#config/view-paths.ts";
import { inSite, storedName } from "#lib/base-path.ts";
import { DATABASE } from "./forget-pictures.ts";

const MAX_PICTURES = 6;

/** An element: name, attributes, what is in it, its look, and "svg" in drawings. A text: itself. */
export type PicturePart =
  | string
  | [string, Record<string, string>, PicturePart[], { style?: string; left?: number }, "svg"?];

/** The page as it was drawn last. */
export type LastPicture = {
  token: string;
  /** Whose figures it shows: the service, and how people sign in. */
  source: string;
  /** Address of the first script, which has the build in its name. */
  build: string;
  /** JSON of the language chosen here, and those of the browser. */
  languages: string;
  theme: string;
  width: number;
  /** Addresses of the style sheets. */
  styles: string[];
  /** When its figures were fetched (ms since 1970 UTC), and the sentence that says so. */
  at: number;
  says: string;
  /** JSON of its parts. */
  tree: string;
  /** Language and direction of the document. */
  document: DocumentLook;
};

type DocumentLook = { lang: string; dir: string };

export function documentLook(): DocumentLook {
  const { lang, dir } = document.documentElement;
  return { lang, dir };
}

/** Views that show groups of referrals; the others name customers, which are not kept. */
const VIEWS: readonly string[] = [
  VIEW_PATHS.overview,
  VIEW_PATHS.funnel,
  VIEW_PATHS.trends,
  VIEW_PATHS.markets,
];

export function isPictured(path: string): boolean {
  return VIEWS.some((view) => inSite(view) === path);
}

/** What `config.json` says of the source, as `public/picture.js` reads it. */
export function sourceOfPictures(config: AppConfig): string {
  const [tenantId, clientId] = config.signIn === "off" ? ["", ""] : [config.tenantId, config.clientId];
  const { data } = config;
  return JSON.stringify([
    config.signIn,
    tenantId,
    clientId,
    data.kind,
    data.kind === "file" ? data.name : "",
  ]);
}

/** Stores a picture for an account and an address, and drops the oldest. @throws the browser's storage error */
export async function keepPicture(account: string, address: string, picture: LastPicture): Promise<void> {
  const database = await openDatabase();
  try {
    await new Promise<void>((resolve, reject) => {
      const transaction = database.transaction(DATABASE, "readwrite");
      const store = transaction.objectStore(DATABASE);
      store.put(picture, JSON.stringify([account, address]));
      dropOldest(store);
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
}

function dropOldest(store: IDBObjectStore): void {
  const keys = store.getAllKeys();
  const all = store.getAll();
  all.onsuccess = () => {
    const found = (all.result as LastPicture[]).map(({ at }, place) => ({ at, key: keys.result[place] }));
    for (const { key } of found.sort((a, b) => b.at - a.at).slice(MAX_PICTURES)) if (key) store.delete(key);
  };
}

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(storedName(DATABASE));
    opening.onupgradeneeded = () => opening.result.createObjectStore(DATABASE);
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
}
