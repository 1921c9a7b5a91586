// Runs before the first paint, so that the page never flashes in a look that is not its own: what the address asks
// for comes first, then what this browser keeps. The page itself takes over from here once it has started.
(() => {
  const asked = new URLSearchParams(location.search);
  const kept = (name) => {
    try {
      return localStorage.getItem(name);
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
  preloadTexts(asked.get("lang") ?? kept("lang"));

  // Only a hint: the page itself decides which language it speaks. Without it the texts come a round later.
  function preloadTexts(wanted) {
    const files = new Map();
    for (const entry of (document.currentScript.dataset.texts ?? "").split(";")) {
      const [language, ...paths] = entry.split(" ");
      files.set(language, paths);
    }
    const languages = [wanted ?? "", ...navigator.languages, "en"].map((tag) => tag.slice(0, 2));
    for (const path of files.get(languages.find((language) => files.has(language))) ?? []) {
      const link = document.createElement("link");
      Object.assign(link, { rel: "modulepreload", crossOrigin: "", href: `/${path}` });
      document.head.append(link);
    }
  }
})();
