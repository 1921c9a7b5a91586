import { IntlMessageFormat } from "intl-messageformat";

type Element = ReturnType<IntlMessageFormat["getAst"]>[number];

/** Arguments of a message with their kinds (and a select's cases), and the cases of each plural. */
export type MessageArguments = {
  names: string[];
  /** "count plural", "grain select day month other"; sorted, without repeats. */
  plain: string[];
  plurals: Record<string, string[]>;
};

/** @throws SyntaxError for an invalid ICU message */
export function argumentsOf(message: string): MessageArguments {
  const elements = new IntlMessageFormat(message, "en").getAst().flatMap(withInner);
  const named = elements.filter((element) => "value" in element && element.type !== LITERAL);
  const plurals = named.filter((element) => element.type === PLURAL);
  return {
    names: unique(named.map(nameOf)),
    plain: unique(named.map((element) => [nameOf(element), element.type, ...selectCases(element)].join(" "))),
    plurals: Object.fromEntries(plurals.map((element) => [nameOf(element), casesOf(element)])),
  };
}

/** The parser's numeric element types. */
const [LITERAL, SELECT, PLURAL] = [0, 5, 6];

function withInner(element: Element): Element[] {
  if (!("options" in element)) return [element];
  return [element, ...Object.values(element.options).flatMap(({ value }) => value.flatMap(withInner))];
}

function nameOf(element: Element): string {
  return "value" in element ? element.value : "";
}

function casesOf(element: Element): string[] {
  return "options" in element ? Object.keys(element.options) : [];
}

/** A select's cases are keys of the code, so equal in all languages. */
function selectCases(element: Element): string[] {
  return element.type === SELECT ? casesOf(element).sort() : [];
}

function unique(texts: string[]): string[] {
  return [...new Set(texts)].sort();
}
