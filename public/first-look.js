// Runs before the first paint, so that the page never flashes in a look that is not its own: what the address asks
// for comes first, then what this browser keeps. The page itself takes over from here once it has started.
(() => {
  const asked = new URLSearchParams(location.search);
  // The page may stand anywhere in its site, whose pages share one store: see `src/lib/base-path.ts`.
  const base = new URL(".", document.currentScript.src).pathname.slice(0, -1);
  const kept = (name) => {
    try {
      return localStorage.getItem(base === "" ? name : `${base}/${name}`);
    } catch {
      return null;
    }
  };
  const root = document.documentElement;
  const theme = asked.get("theme") ?? kept("theme");
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  const direction = asked.get("dir");
  if (direction === "ltr" || direction === "rtl") root.dir = direction;
  if (asked.get("chrome") === "none") root.dataset.chrome = "none";
  if (window.parent !== window) root.dataset.framed = "";
  const wanted = [asked.get("lang") ?? kept("lang") ?? "", ...navigator.languages, "en"];
  const language = wanted.map((tag) => tag.slice(0, 2)).find((tag) => ["en", "de", "zh"].includes(tag));
  // Early, so that no browser takes the page for English and offers to translate it.
  root.lang = language === "zh" ? "zh-Hant" : language;
  // Named from the address of the page, which changes with the view: browsers look the icon up anew.
  const icon = document.querySelector("link[rel=icon]");
  icon.href = `${base}/icon.png`;
  preloadTexts();
  addEventListener("error", ({ target }) => isMain(target) && reloadOnce(target.src), true);
  // Sent by src/app/main.tsx.
  addEventListener("missing-code", sayMissing);

  // Only a hint: the page itself decides which language it speaks. Without it the texts come a round later.
  function preloadTexts() {
    const files = new Map();
    for (const entry of (document.currentScript.dataset.texts ?? "").split(";")) {
      const [language, ...paths] = entry.split(" ");
      files.set(language, paths);
    }
    for (const path of files.get(language) ?? []) {
      const link = document.createElement("link");
      Object.assign(link, { rel: "modulepreload", crossOrigin: "", href: `${base}/${path}` });
      document.head.append(link);
    }
  }

  function isMain(target) {
    return target instanceof HTMLScriptElement && target.type === "module";
  }

  // After a deployment the script of this page is gone and that of a new page is there.
  function reloadOnce(script) {
    try {
      const isSecond = sessionStorage.getItem("reloaded-page") === script;
      sessionStorage.setItem("reloaded-page", script);
      if (!isSecond) return location.reload();
    } catch {
      // A browser that keeps nothing could not tell a second time from the first.
    }
    if (document.readyState === "loading") addEventListener("DOMContentLoaded", sayMissing);
    else sayMissing();
  }

  // Nothing but this file is here, so it has these words itself.
  function sayMissing() {
    const words = {
      en: ["This page couldn’t be loaded. Reload it, or try again later.", "Reload"],
      de: [
        "Diese Seite konnte nicht geladen werden. Laden Sie sie neu, oder versuchen Sie es später erneut.",
        "Neu laden",
      ],
      zh: ["無法載入此頁面。請重新載入，或稍後再試。", "重新載入"],
    };
    const [sentence, reload] = words[language];
    const message = Object.assign(document.createElement("p"), { textContent: sentence });
    const button = Object.assign(document.createElement("button"), {
      className: "button",
      textContent: reload,
    });
    button.addEventListener("click", () => location.reload());
    const alert = Object.assign(document.createElement("div"), {
      className: "message message--error",
      role: "alert",
    });
    alert.append(message, button);
    document.getElementById("picture")?.remove();
    delete root.dataset.picture;
    document.querySelector("#root .main").replaceWith(alert);
  }
})();
