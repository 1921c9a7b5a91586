#!/usr/bin/env bash
# recharts 3.10.1 in jsdom 29.1.1 (react 19.3.1), a Line with dot={false}: the only point of a series gets a dot all the same, but
# a point whose neighbours are null gets neither dot nor line: its path is "M150,5Z", which has no length. A market's one rate
# between two empty months is so on no picture.
# Seen: dots 1 and no path for one point; dots 0 and "M150,5Z" for the point between gaps.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund recharts@3.10.1 react@19.3.1 react-dom@19.3.1 react-is@19.3.1 jsdom@29.1.1
cat > try.mjs <<'CODE'
import { JSDOM } from "jsdom";
const { window } = new JSDOM("", { pretendToBeVisual: true });
Object.assign(globalThis, { window, document: window.document, IS_REACT_ACT_ENVIRONMENT: true });
for (const name of ["navigator", "HTMLElement", "SVGElement", "Element", "getComputedStyle", "requestAnimationFrame"]) {
  if (!(name in globalThis)) globalThis[name] = window[name];
}
const { createElement, act } = await import("react");
const { createRoot } = await import("react-dom/client");
const { Line, LineChart, XAxis } = await import("recharts");
const months = { "one point": [5], "two points": [5, 6], "one between gaps": [null, 4, null] };
for (const [name, values] of Object.entries(months)) {
  const place = document.createElement("div");
  const data = values.map((y, x) => ({ x, y }));
  const line = createElement(Line, { dataKey: "y", dot: false, isAnimationActive: false });
  const chart = createElement(LineChart, { width: 300, height: 100, data }, createElement(XAxis, { dataKey: "x" }), line);
  await act(() => createRoot(place).render(chart));
  const paths = [...place.querySelectorAll(".recharts-line-curve")].map((path) => path.getAttribute("d"));
  console.log(name, "dots", place.querySelectorAll(".recharts-line-dots circle").length, "paths", JSON.stringify(paths));
}
process.exit(0);
CODE
cat > expected.txt <<'TEXT'
one point dots 1 paths []
two points dots 0 paths ["M5,27.5L295,20"]
one between gaps dots 0 paths ["M150,5Z"]
TEXT
node try.mjs > seen.txt
cat seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed."; exit 1; }
