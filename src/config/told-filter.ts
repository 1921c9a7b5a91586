/**
 * What this dashboard's own services can be asked for beside the filters of Partner Center's endpoint, which is never
 * sent this: referrals with any of these values in the first of these fields that has one. "" is no value; a list has
 * each of its entries.
 */
export type ToldFilter = readonly { fields: readonly string[]; values: readonly string[] }[];

export const TOLD_PARAMETER = "told";

/** `referralProgram|partnerProgram:A,B;kind:co-sell`, each name and value encoded. */
export function printTold(told: ToldFilter): string {
  const list = (texts: readonly string[], between: string) => texts.map(encodeURIComponent).join(between);
  return told.map(({ fields, values }) => `${list(fields, "|")}:${list(values, ",")}`).join(";");
}

/** Null for a text that `printTold` does not write. */
export function readTold(text: string): ToldFilter | null {
  try {
    return text === ""
      ? []
      : text.split(";").map((part) => {
          const [fields = "", values, ...more] = part.split(":");
          if (fields === "" || values === undefined || more.length > 0) throw new URIError(part);
          return {
            fields: fields.split("|").map(decodeURIComponent),
            values: values.split(",").map(decodeURIComponent),
          };
        });
  } catch {
    return null;
  }
}

/** A query string without this filter, and the filter; null where it cannot be read. */
export function splitTold(search: string): { rest: string; told: ToldFilter } | null {
  const parameters = new URLSearchParams(search);
  const text = parameters.get(TOLD_PARAMETER);
  if (text === null) return { rest: search, told: [] };
  parameters.delete(TOLD_PARAMETER);
  const told = readTold(text);
  return told && { rest: parameters.toString(), told };
}

/** Asks for this filter with every call; addresses are relative to the page. */
export function withTold(send: typeof fetch, told: ToldFilter): typeof fetch {
  if (told.length === 0) return send;
  const parameter = `${TOLD_PARAMETER}=${encodeURIComponent(printTold(told))}`;
  return (input, init) => {
    const address = String(input);
    return send(`${address}${address.includes("?") ? "&" : "?"}${parameter}`, init);
  };
}

/** How a text is compared: codes of currencies without regard to case. */
export function toldText(field: string, text: string): string {
  return field === "currency" ? text.toUpperCase() : text;
}
