import { readdirSync, readFileSync } from "node:fs";
import { parseAst } from "vite";
import { describe, expect, it } from "vitest";

const source = new URL("..", import.meta.url).pathname;

const files = ["ui", "views", "app", "auth", "charts", "exports"]
  .flatMap((folder) =>
    readdirSync(`${source}${folder}`, { recursive: true, encoding: "utf8" }).map(
      (name) => `${folder}/${name}`,
    ),
  )
  .filter((name) => name.endsWith(".tsx") && !/\.test\.|\/testing\//.test(name));

/** Attributes that are read or heard. */
const SAID =
  /^(aria-(label|description|valuetext|roledescription)|title|alt|placeholder|label|name|summary)$/;

/** Names that are the same in every language, and code keys in such attributes. */
const ALLOWED = /^(UTC|GET|T|Ctrl|[a-z]+(-[a-z]+)*)$/;

/** Two letters or more in a row: possibly a word. */
const WORD = /\p{L}{2}/u;

/** Literal texts in the JSX of a file. */
function literalsOf(code: string): string[] {
  const found: string[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) return void node.map(visit);
    if (typeof node !== "object" || node === null) return;
    found.push(...said(node as Node));
    Object.values(node).forEach(visit);
  };
  visit(parseAst(code, { lang: "tsx" }));
  return found.map((text) => text.trim()).filter((text) => WORD.test(text) && !ALLOWED.test(text));
}

type Node = {
  type?: string;
  value?: unknown;
  name?: { name?: string };
  children?: Node[];
  expression?: Node;
};

function said(node: Node): string[] {
  if (node.type === "JSXText") return [String(node.value)];
  if (node.type === "JSXElement" || node.type === "JSXFragment")
    return (node.children ?? []).flatMap(({ expression }) => texts(expression));
  if (node.type !== "JSXAttribute" || !SAID.test(node.name?.name ?? "")) return [];
  const value = node.value as Node | null;
  return texts(value?.type === "JSXExpressionContainer" ? value.expression : value);
}

/** A literal, or the literals that an expression chooses from. */
function texts(value: unknown): string[] {
  const node = (value ?? {}) as Record<string, unknown>;
  if (node.type === "Literal") return typeof node.value === "string" ? [node.value] : [];
  if (node.type === "ConditionalExpression") return [...texts(node.consequent), ...texts(node.alternate)];
  if (node.type === "LogicalExpression") return texts(node.right);
  if (node.type !== "TemplateLiteral") return [];
  const quasis = node.quasis as { value: { cooked: string } }[];
  return quasis.map(({ value: { cooked } }) => cooked);
}

describe("words on the page", () => {
  it("are found where they stand in JSX", () => {
    const code = `<p title="A hint" className="few words">Some text {is ? "Yes, so" : \`No \${x} at all\`} {words("a key")}</p>`;
    expect(literalsOf(code).sort()).toEqual(["A hint", "No", "Some text", "Yes, so", "at all"].sort());
  });

  it("come from the catalogues, all of them", () => {
    const literals = files.flatMap((name) =>
      literalsOf(readFileSync(`${source}${name}`, "utf8")).map((text) => `${name}: ${text}`),
    );
    expect(files.length).toBeGreaterThan(60);
    expect(literals).toEqual([]);
  });
});
