#!/usr/bin/env bash
# recharts 3.10.1 (react 19.3.1, jsdom 29.1.1), a ReferenceArea on an axis of names: where one end is a month that the data do not
# have, the area is neither left out nor cut at the chart's edge. It runs from the left edge of the picture, past the axis, to the
# other end: "from Feb to Apr" on data up to March shades January. A ReferenceLine at the same month is left out.
# Seen: Feb to Mar 180 to 295, Feb to Apr 0 to 180 (the plot begins at 65), no line for Apr.
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
const { Line, LineChart, ReferenceArea, ReferenceLine, XAxis, YAxis } = await import("recharts");
const data = ["Jan", "Feb", "Mar"].map((month, won) => ({ month, won }));
const marks = {
  "Feb to Mar": createElement(ReferenceArea, { x1: "Feb", x2: "Mar" }),
  "Feb to Apr": createElement(ReferenceArea, { x1: "Feb", x2: "Apr" }),
  "line at Apr": createElement(ReferenceLine, { x: "Apr" }),
};
for (const [name, mark] of Object.entries(marks)) {
  const place = document.createElement("div");
  const line = createElement(Line, { dataKey: "won", isAnimationActive: false });
  const axes = [createElement(XAxis, { key: "x", dataKey: "month" }), createElement(YAxis, { key: "y" })];
  await act(() => createRoot(place).render(createElement(LineChart, { width: 300, height: 100, data }, axes, mark, line)));
  const areas = [...place.querySelectorAll(".recharts-reference-area-rect")].map((area) => area.getAttribute("d"));
  console.log(name, JSON.stringify(areas), "lines", place.querySelectorAll(".recharts-reference-line-line").length);
}
process.exit(0);
CODE
cat > expected.txt <<'TEXT'
Feb to Mar ["M 180,5 h 115 v 60 h -115 Z"] lines 0
Feb to Apr ["M 0,5 h 180 v 60 h -180 Z"] lines 0
line at Apr [] lines 0
TEXT
node try.mjs > seen.txt
cat seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed."; exit 1; }
