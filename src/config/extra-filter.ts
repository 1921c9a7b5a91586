/**
 * What this dashboard's own services can be asked for beside the filters of Partner Center's endpoint, which is never
 * sent this: referrals with any of these values in the first of these fields that has one. "" is no value; a list has
 * each of its entries.
 */
export type ExtraFilter = readonly { fields: readonly string[]; values: readonly string[] }[];

export const EXTRA_PARAMETER = "extra";

/** `referralProgram|partnerProgram:A,B;kind:co-sell`, each name and value encoded. */
export function printExtraFilter(extraFilter: ExtraFilter): string {
  const list = (texts: readonly string[], between: string) => texts.map(encodeURIComponent).join(between);
  return extraFilter.map(({ fields, values }) => `${list(fields, "|")}:${list(values, ",")}`).join(";");
}

/** Null for a text that `printExtraFilter` does not write. */
export function readExtraFilter(text: string): ExtraFilter | null {
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
export function splitExtraFilter(search: string): { rest: string; extraFilter: ExtraFilter } | null {
  const parameters = new URLSearchParams(search);
  const text = parameters.get(EXTRA_PARAMETER);
  if (text === null) return { rest: search, extraFilter: [] };
  parameters.delete(EXTRA_PARAMETER);
  const extraFilter = readExtraFilter(text);
  return extraFilter && { rest: parameters.toString(), extraFilter };
}

/** Asks for this filter with every call; addresses are relative to the page. */
export function withExtraFilter(send: typeof fetch, extraFilter: ExtraFilter): typeof fetch {
  if (extraFilter.length === 0) return send;
  const parameter = `${EXTRA_PARAMETER}=${encodeURIComponent(printExtraFilter(extraFilter))}`;
  return (input, init) => {
    const address = String(input);
    return send(`${address}${address.includes("?") ? "&" : "?"}${parameter}`, init);
  };
}

/** How a text is compared: codes of currencies without regard to case. */
export function comparedText(field: string, text: string): string {
  return field === "currency" ? text.toUpperCase() : text;
}
