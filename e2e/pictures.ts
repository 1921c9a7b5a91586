import type { Page } from "playwright/test";

/** Changes what is stored of each picture, or only counts them. */
export function pictures(page: Page, change = ""): Promise<number> {
  return page.evaluate(async (name) => {
    if (!(await indexedDB.databases()).some((one) => one.name === "pictures")) return 0;
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await settled(indexedDB.open("pictures"));
    const store = database.transaction("pictures", "readwrite").objectStore("pictures");
    const keys = await settled(store.getAllKeys());
    for (const key of keys) {
      const picture = await settled(store.get(key));
      if (name === "tree") picture.document.hidden = true;
      if (name === "tree")
        picture.tree = JSON.stringify([
          ["img", { src: "x", onerror: "ran = 1" }, [], {}],
          ["script", {}, ["ran = 1"], {}],
          ["a", { href: "javascript:ran=1", onclick: "ran = 1" }, ["Wrong link"], {}],
          ["p", { onpointerenter: "ran = 1", style: "color: red" }, ["Harmless"], {}],
        ]);
      else if (name) picture[name] = "other";
      await settled(store.put(picture, key));
    }
    database.close();
    return keys.length;
  }, change);
}
