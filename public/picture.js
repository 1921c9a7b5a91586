// Shows the last picture of this page until the page itself is drawn. It was taken by src/app/picture, of this account,
// address, language and look; anything else is no picture of this page. Nothing of it can run: elements and attributes
// are set one by one, from a list.
(() => {
  const ELEMENTS = new Set(
    "a abbr article aside b bdi br button caption circle clipPath code col colgroup data dd defs details div dl dt em fieldset figcaption figure footer form g h1 h2 h3 h4 header i input kbd label legend li line linearGradient main mark nav ol optgroup option output p path pattern polygon polyline progress rect s search section select small span stop strong sub summary sup svg table tbody td text tfoot th thead time title tr tspan ul wbr".split(
      " ",
    ),
  );
  // So long at most, whatever becomes of the page: its own words are better then.
  const MAX_MS = 30_000;
  const REST_MS = 2000;
  // Storage may never answer.
  const MAX_HIDDEN_MS = 500;
  const SVG = "http://www.w3.org/2000/svg";
  // The page may stand anywhere in its site, whose pages share one store: see `src/lib/base-path.ts`.
  const base = new URL(".", document.currentScript.src).pathname.slice(0, -1);
  const stored = (name) => (base === "" ? name : `${base}/${name}`);
  const root = document.documentElement;
  const kept = (storage, name) => {
    try {
      return storage()[name] ?? null;
    } catch {
      // Storage may be blocked in a framed page.
      return null;
    }
  };
  const token = kept(() => localStorage, stored("picture"));
  // Files kept on this device are shown in place of the service.
  const isOther = kept(() => localStorage, stored("files-kept")) !== null || opensSavedView();
  // The page waits for it, for a moment: src/app/main.tsx.
  if (!isOther && !/[?&]audience=/.test(location.search)) window.lastPicture = show();

  async function show() {
    const picture = await find();
    if (!picture || !document.querySelector("#root :is(.skeleton, .panel__loading)")) return showSkeleton();
    // As the page will set them: another language later would lay everything out anew.
    root.lang = picture.document.lang;
    root.dir = picture.document.dir;
    const place = document.createElement("div");
    place.id = "picture";
    const says = document.createElement("p");
    says.className = "picture__time";
    says.setAttribute("role", "status");
    const tree = JSON.parse(picture.tree);
    const panels = takeOutPanels(tree);
    place.append(...tree.map(build), says);
    place.addEventListener("click", press, true);
    for (const type of ["mousedown", "keydown"]) place.addEventListener(type, holdChoice, true);
    place.addEventListener("submit", (event) => event.preventDefault());
    document.body.prepend(place);
    root.dataset.picture = "";
    scroll();
    const row = place.querySelector("main");
    // What is in a status from the start is not announced.
    requestAnimationFrame(() => {
      says.textContent = picture.says;
    });
    dispatchEvent(new Event("picture"));
    setTimeout(() => {
      place.remove();
      showSkeleton();
    }, MAX_MS);
    await painted();
    while (panels.length > 0 && place.isConnected && !isBelowScreen(row)) {
      append(panels.shift(), row);
      await painted();
    }
    if (panels.length > 0) appendLater(panels, row);
  }

  // The database is asked before the page's elements are there: on a slow machine both take a while.
  async function find() {
    const last = token === null ? null : lastPicture();
    if (last) hideSkeleton();
    await parsed();
    const first = document.getElementById("first-picture");
    if (!last && !first) return null;
    const styled = addStyles(firstStyles());
    const picture = (await last) ?? firstPicture(first);
    if (!picture) return null;
    await styled;
    // Those of parts that are loaded later; without them the parts would jump.
    await addStyles(picture.styles ?? []);
    return picture;
  }

  // To draw the skeleton first takes a slow machine a third of the picture's own time.
  function hideSkeleton() {
    root.dataset.picture = "expected";
    setTimeout(() => document.getElementById("picture") ?? showSkeleton(), MAX_HIDDEN_MS);
  }

  function showSkeleton() {
    delete root.dataset.picture;
  }

  function append(parts, row) {
    row.append(...parts.map(build));
    scroll();
  }

  function scroll() {
    for (const [element, left] of scrolled.splice(0)) element.scrollLeft = left;
  }

  function isBelowScreen(row) {
    return row.getBoundingClientRect().bottom > innerHeight;
  }

  // What the screen does not show waits until a reader moves, or the page itself takes long: it would take longer.
  function appendLater(panels, row) {
    const moves = ["scroll", "wheel", "touchstart", "pointerdown", "keydown", "focusin", "beforeprint"];
    const appendAll = () => {
      for (const move of moves) removeEventListener(move, appendAll, true);
      if (row.isConnected) for (const parts of panels.splice(0)) append(parts, row);
    };
    for (const move of moves) addEventListener(move, appendAll, { capture: true, passive: true });
    setTimeout(appendAll, REST_MS);
  }

  // A frame each: the layout of all at once would block a slow machine.
  function takeOutPanels(tree) {
    const parts = firstOf("main", tree)?.[2] ?? [];
    const groups = [[]];
    for (const part of parts) {
      groups.at(-1).push(part);
      if (firstOf("h2", [part])) groups.push([]);
    }
    const [first, ...later] = groups;
    parts.splice(0, parts.length, ...first);
    return later.filter((group) => group.length > 0);
  }

  // In the order of the document.
  function firstOf(name, parts) {
    for (const part of parts) {
      if (typeof part === "string") continue;
      const found = part[0] === name ? part : firstOf(name, part[2]);
      if (found) return found;
    }
    return null;
  }

  function painted() {
    return new Promise((then) => requestAnimationFrame(() => setTimeout(then)));
  }

  function parsed() {
    if (document.readyState !== "loading") return null;
    return new Promise((then) => document.addEventListener("readystatechange", then, { once: true }));
  }

  async function lastPicture() {
    const source = readSource().catch(() => null);
    const picture = await readPicture().catch(() => null);
    await parsed();
    return picture && isOfPage(picture) && picture.source === (await source) ? picture : null;
  }

  // Drawn by the server for first visits: src/server/first-picture.
  function firstPicture(first) {
    const picture = first && JSON.parse(first.textContent);
    const isOwn = picture?.languages === JSON.stringify(navigator.languages);
    return isOwn && kept(() => localStorage, stored("lang")) === null ? picture : null;
  }

  function isOfPage(picture) {
    return (
      picture.token === token &&
      picture.build === document.querySelector("script[type=module]")?.src &&
      picture.languages ===
        JSON.stringify([kept(() => localStorage, stored("lang")), ...navigator.languages]) &&
      picture.theme === (root.dataset.theme ?? "") &&
      picture.width === innerWidth
    );
  }

  function isOwnStyle(href) {
    const { origin, pathname } = new URL(href, location.origin);
    const isOwn = origin === location.origin && pathname.startsWith(`${base}/assets/`) && /\.css$/.test(href);
    return (
      isOwn && ![...document.querySelectorAll("link[rel=stylesheet]")].some((link) => link.href === href)
    );
  }

  // The Overview's, which its page preloads.
  function firstStyles() {
    return [...document.querySelectorAll("link[rel=preload][as=style]")].map(({ href }) => href);
  }

  function addStyles(all) {
    return Promise.all(all.filter(isOwnStyle).map(addStyle));
  }

  function addStyle(href) {
    const link = Object.assign(document.createElement("link"), { rel: "stylesheet", crossOrigin: "", href });
    return new Promise((resolve) => {
      link.onload = link.onerror = resolve;
      document.head.append(link);
    });
  }

  function readPicture() {
    return new Promise((resolve, reject) => {
      const opening = indexedDB.open(stored("pictures"));
      opening.onerror = reject;
      // There is none yet, nor shall there be an empty one.
      opening.onupgradeneeded = () => opening.transaction.abort();
      opening.onsuccess = () => {
        const { result } = opening;
        const reading = result.transaction("pictures").objectStore("pictures").get(keyOfPage());
        reading.onerror = reject;
        reading.onsuccess = () => {
          result.close();
          resolve(reading.result);
        };
      };
    });
  }

  function keyOfPage() {
    return JSON.stringify([activeAccount(), location.pathname + location.search]);
  }

  // The account that MSAL goes on with in this tab.
  function activeAccount() {
    const entries = kept(() => ({ all: Object.entries(sessionStorage) }), "all") ?? [];
    const [, text] = entries.find(([key]) => /^msal\..*active-account/.test(key)) ?? [];
    return text ? JSON.parse(text).homeAccountId : "";
  }

  // Says as src/app/picture/picture.ts does where the figures come from, and who has to sign in.
  async function readSource() {
    window.settingsResponse = fetch(`${base}/config.json`);
    const response = (await window.settingsResponse).clone();
    const { signIn, tenantId = "", clientId = "", data } = await response.json();
    if ((signIn === "off") !== (activeAccount() === "")) return null;
    return JSON.stringify([signIn, tenantId, clientId, data?.kind, data?.name ?? ""]);
  }

  function opensSavedView() {
    if (location.pathname !== `${base}/` || location.search !== "") return false;
    return /"isDefault":\s*true/.test(kept(() => localStorage, stored("saved-views")) ?? "");
  }

  const scrolled = [];

  function build(node) {
    if (typeof node === "string") return document.createTextNode(node);
    const [name, attributes, parts, look, kind] = node;
    if (!ELEMENTS.has(name)) return document.createTextNode("");
    const element = kind === "svg" ? document.createElementNS(SVG, name) : document.createElement(name);
    for (const [key, value] of Object.entries(attributes))
      if (isHarmless(key, value)) element.setAttribute(key, value);
    setLook(element, look);
    element.append(...parts.map(build));
    return element;
  }

  function setLook(element, { style, left }) {
    if (style && !/url\(/i.test(style)) element.style.cssText = style;
    if (left) scrolled.push([element, left]);
  }

  function isHarmless(key, value) {
    if (key === "href") return /^\/(?![/\\])/.test(value);
    return !/^on|^(style|src|srcset|srcdoc|action|formaction|xlink:href|ping|target|autofocus)$/i.test(key);
  }

  // The page takes the press up as soon as it has the same control: src/app/picture/replace-picture.ts.
  function press(event) {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    const control = event.target.closest("a, button, input, select, summary");
    if (control) notePress(control);
  }

  // What is chosen here would be lost: the page opens its own list.
  function holdChoice(event) {
    const select = event.target.closest("select");
    const isOfBrowser =
      event.ctrlKey || event.metaKey || /^(Tab|Escape|Shift|Control|Alt|Meta|F\d+)$/.test(event.key);
    if (!select || isOfBrowser) return;
    event.preventDefault();
    if (event.type === "keydown") notePress(select);
  }

  function notePress(control) {
    for (const one of document.querySelectorAll("#picture [data-pressed]"))
      one.removeAttribute("data-pressed");
    control.dataset.pressed = "";
    dispatchEvent(new Event("picture"));
  }
})();
