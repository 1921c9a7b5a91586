/** A document as data: rendered to HTML, and hashed the way the file hashes itself. */
export type PackNode = string | PackElement;
export type PackElement = {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: readonly PackNode[];
};

export function element(
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly PackNode[]
): PackElement {
  return { name, attributes, children };
}

/** HTML of a node; texts stay texts, whatever they contain. */
export function htmlOf(node: PackNode): string {
  if (typeof node === "string") return escaped(node);
  const attributes = Object.entries(node.attributes).map(([name, value]) => ` ${name}="${escaped(value)}"`);
  return `<${node.name}${attributes.join("")}>${node.children.map(htmlOf).join("")}</${node.name}>`;
}

function escaped(text: string): string {
  return plain(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** Characters as they come back from a file: browsers replace NUL, carriage returns and lone surrogates. */
function plain(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(/[\0\p{Cs}]/gu, "\ufffd");
}

type Canonical = string | [name: string, attributes: [string, string][], children: Canonical[]];

/** Names, attributes and texts in one string: what the hash is about. Must equal what `PACK_SCRIPT` reads. */
export function canonicalText(node: PackElement): string {
  return JSON.stringify(canonical(node));
}

function canonical({ name, attributes, children }: PackElement): Canonical {
  const sorted = Object.entries(attributes)
    .map(([key, value]): [string, string] => [key, plain(value)])
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const parts: Canonical[] = [];
  for (const child of children) {
    if (typeof child !== "string") parts.push(canonical(child));
    else if (typeof parts.at(-1) === "string") parts.push(`${parts.pop()}${plain(child)}`);
    else if (child !== "") parts.push(plain(child));
  }
  return [name, sorted, parts];
}

/** An SVG of the page as part of a document. */
export function graphicElement(graphic: Element): PackElement {
  return {
    name: graphic.tagName,
    attributes: Object.fromEntries(
      [...graphic.attributes]
        .filter(({ name }) => name !== "style" && !name.startsWith("xmlns"))
        .map(({ name, value }) => [name, value]),
    ),
    children: [...graphic.childNodes].flatMap((child): PackNode[] => {
      if (child instanceof Element) return [graphicElement(child)];
      return child instanceof Text ? [child.data] : [];
    }),
  };
}

/**
 * Runs in the file: compares the hash of its content with the one written in it. Without script, or where the browser
 * has no `crypto.subtle`, the file says that it is not checked.
 */
export const PACK_SCRIPT = `(async () => {
  const read = (node) => {
    const parts = [];
    for (const child of node.childNodes)
      if (child.nodeType === 1) parts.push(read(child));
      else if (child.nodeType === 3 && child.data !== "")
        if (typeof parts.at(-1) === "string") parts.push(parts.pop() + child.data);
        else parts.push(child.data);
    const attributes = Array.from(node.attributes, ({ name, value }) => [name, value]);
    return [node.localName, attributes.sort(([a], [b]) => (a < b ? -1 : 1)), parts];
  };
  if (!globalThis.crypto?.subtle) return;
  const text = JSON.stringify(read(document.querySelector("main")));
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  const hex = Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, "0")).join("");
  const isSame = hex === document.getElementById("sum").textContent;
  document.getElementById("unchecked").hidden = true;
  document.getElementById(isSame ? "same" : "edited").hidden = false;
})();`;

export const PACK_STYLE = `
:root { color-scheme: light; }
body { max-width: 1100px; margin: 0 auto; padding: 16px; background: #fff; color: #1b1b1a;
  font: 14px/1.5 "Segoe UI", system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 22px; margin: 0 0 8px; }
h2 { font-size: 17px; margin: 0 0 4px; break-after: avoid; }
h3 { font-size: 14px; margin: 12px 0 4px; break-after: avoid; }
p { margin: 4px 0; }
section { margin-block: 24px; padding-block-start: 16px; border-block-start: 1px solid #d9d9d5; }
a { color: #0a55b8; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 2px 16px; margin: 4px 0; }
dt { color: #5c5c58; }
dd { margin: 0; }
.check { padding: 8px 12px; background: #f5f5f3; font-size: 12px; }
.edited { color: #a1260d; font-weight: 600; font-size: 16px; }
.comment { margin: 8px 0; padding: 4px 12px; border-inline-start: 3px solid #0a55b8; white-space: pre-wrap; }
.second { color: #5c5c58; font-size: 12px; }
.scroll { overflow-x: auto; }
.scroll:focus-visible { outline: 2px solid #0a55b8; }
figure { margin: 12px 0; break-inside: avoid; }
svg { max-width: 100%; height: auto; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; margin-block: 8px;
  inline-size: max-content; max-inline-size: max(100%, 640px); }
caption { text-align: start; font-weight: 600; padding-block: 4px; }
th, td { padding: 3px 10px 3px 0; text-align: end; border-block-end: 1px solid #e4e4e0; vertical-align: top;
  overflow-wrap: normal; }
th { font-weight: 400; color: #5c5c58; }
td:not(.text) { white-space: nowrap; }
tbody th { color: inherit; min-inline-size: 96px; }
th:first-child, td.text, th.text { text-align: start; }
tr { break-inside: avoid; }
@media (max-width: 600px) { dl { grid-template-columns: 1fr; } dd { margin-block-end: 6px; } }
@page { margin: 14mm; }
@media print { body { padding: 0; font-size: 11px; max-width: none; } .scroll { overflow: visible; } table { font-size: 9px; }
  th, td { overflow-wrap: anywhere; padding-inline-end: 5px; hyphens: auto; }
  thead th { min-inline-size: 5em; } .download { display: none; } }
`;
