import { createDashboard } from "./portal.js";

// In a portal of your own this is the dashboard's address, and that of `portal.js` above too.
const asked = new URLSearchParams(location.search);
const dashboard = createDashboard(document.getElementById("place"), {
  url: asked.get("url") ?? "./",
  panels: asked.get("panels")?.split(","),
  loginHint: asked.get("hint") ?? undefined,
});

const said = document.getElementById("said");
const say = (message) => {
  const line = document.createElement("li");
  line.textContent = JSON.stringify(message);
  said.prepend(line);
};
const KINDS = ["ready", "resized", "selectionChanged", "signInNeeded", "signedIn", "failed", "openRecords"];
for (const kind of KINDS) dashboard.on(kind, say);
dashboard.ready.catch((error) => say({ error: error.message }));

const controls = document.getElementById("controls");
controls.addEventListener("change", ({ target }) => {
  const { theme, view, market, lock } = controls.elements;
  const done =
    target === theme
      ? dashboard.setTheme(theme.value || null)
      : dashboard.setSelection({
          view: view.value,
          market: market.value.trim() || null,
          lock: lock.checked ? "market" : null,
        });
  done.catch((error) => say({ error: error.message }));
});
controls.addEventListener("submit", (event) => {
  event.preventDefault();
  dashboard.refresh();
});
