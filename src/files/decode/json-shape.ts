/**
 * Where the records of a JSON text are, in an envelope so many brackets deep. `lines`: one per line; `values`:
 * concatenated.
 */
export type JsonShape =
  | { kind: "array" | "lines" | "values" }
  | { kind: "envelope"; key: string; depth: 2 | 3 }
  | { kind: "none" | "broken" };

/** Names under which APIs and tools put their records, in lower case. */
const ENVELOPE_KEYS = new Set([
  "value",
  "values",
  "items",
  "data",
  "results",
  "records",
  "rows",
  "referrals",
]);
/** An object with more keys is a record that contains a list, not an envelope. */
const MAX_ENVELOPE_KEYS = 6;

/** Whether a text begins like JSON; a title such as "[Draft] Referrals" does not. */
export const looksLikeJson = (head: string) =>
  /^\s*(\{\s*["}]|\[\s*([[{\]"]|(null|true|false|-?\d[\d.]*)\s*[,\]]))/.test(head);

/** The shape of a text that begins with `head`. */
export function jsonShape(head: string, isAll: boolean): JsonShape {
  const start = head.search(/\S/);
  if (head[start] === "[")
    return /^\[\s*\]|\{/.test(head.slice(start)) ? { kind: "array" } : { kind: "none" };
  const { keys, lists, inner, end } = walk(head, start);
  const key = lists.find((list) => ENVELOPE_KEYS.has(list.toLowerCase())) ?? onlyList(keys, lists);
  if (key !== undefined) return { kind: "envelope", key, depth: 2 };
  if (inner !== null) return { kind: "envelope", key: inner, depth: 3 };
  if (end === -1) return { kind: isAll ? "broken" : "none" };
  return { kind: head.slice(start, end).includes("\n") ? "values" : "lines" };
}

function onlyList(keys: readonly string[], lists: readonly string[]): string | undefined {
  const isRecord = keys.some((key) => /^id$/i.test(key)) || keys.length > MAX_ENVELOPE_KEYS;
  return lists.length === 1 && !isRecord ? lists[0] : undefined;
}

const TOKEN = /"((?:[^"\\]|\\.)*)"|[{}[\]:,]/gs;

type Walked = { keys: string[]; lists: string[]; inner: string | null; end: number };

/**
 * The keys of the first object, those with lists of objects, and where the object ends; `inner` is the list of an OData
 * 2 response, {"d": {"results": […]}}.
 */
function walk(text: string, start: number): Walked {
  const found: Walked = { keys: [], lists: [], inner: null, end: -1 };
  let depth = 0;
  let last = "";
  TOKEN.lastIndex = start;
  for (let token = TOKEN.exec(text); token; token = TOKEN.exec(text)) {
    const [mark] = token;
    depth += stepOf(mark);
    if (depth === 0) return { ...found, end: TOKEN.lastIndex };
    if (mark === ":" && depth === 1) found.keys.push(last);
    if (mark === "[" && depth === 2 && beginsList(text, TOKEN.lastIndex)) found.lists.push(last);
    if (mark === "[" && depth === 3 && last === "results" && found.keys.at(-1) === "d") found.inner = last;
    last = token[1] ?? last;
  }
  return found;
}

const stepOf = (mark: string) => (mark === "{" || mark === "[" ? 1 : mark === "}" || mark === "]" ? -1 : 0);

const beginsList = (text: string, at: number) => /^\s*[{\]]/.test(text.slice(at, at + 100));
