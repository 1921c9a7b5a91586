import * as v from "valibot";

/** Included in every first message, to tell it from other messages to the same page. */
export const PROTOCOL = "referrals-dashboard";
export const VERSION = 1;
/** Limit of a message in characters; a selection takes a few hundred. */
export const MAX_MESSAGE_CHARACTERS = 8_000;

/** Posted to the unknown parent window, so it contains nothing secret. */
export const HELLO = JSON.stringify({ protocol: PROTOCOL, kind: "hello", versions: [VERSION] });

const ConnectSchema = v.strictObject({
  protocol: v.literal(PROTOCOL),
  kind: v.literal("connect"),
  version: v.literal(VERSION),
  /** The host adapts the frame to the reported height. */
  keepsHeight: v.optional(v.boolean(), false),
  /** The host opens lists of referrals itself, where there is more room. */
  opensRecords: v.optional(v.boolean(), false),
});
export type Connect = v.InferOutput<typeof ConnectSchema>;

const text = (most: number) => v.pipe(v.string(), v.maxLength(most));
const id = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
/** A value as in the address, a list of them, or null for the default. */
const value = v.nullable(v.union([text(2000), v.pipe(v.array(text(200)), v.maxLength(200))]));

const part = <Name extends string>(name: Name) =>
  ({ [name]: v.optional(value) }) as Record<Name, v.OptionalSchema<typeof value, undefined>>;

/** Names as in the address, and `view`; a portal can set no more than a link can. */
export const SelectionSchema = v.strictObject({
  ...part("view"),
  ...part("from"),
  ...part("to"),
  ...part("basis"),
  ...part("market"),
  ...part("partner"),
  ...part("size"),
  ...part("outcome"),
  ...part("grain"),
  ...part("by"),
  ...part("compare"),
  ...part("as"),
  ...part("panels"),
  ...part("lock"),
  ...part("audience"),
});
export type SelectionPart = v.InferOutput<typeof SelectionSchema>;

const RequestSchema = v.variant("kind", [
  v.strictObject({ kind: v.literal("setSelection"), id, selection: SelectionSchema }),
  v.strictObject({ kind: v.literal("setTheme"), id, theme: v.nullable(v.picklist(["light", "dark"])) }),
  v.strictObject({
    kind: v.literal("setLanguage"),
    id,
    language: v.nullable(v.pipe(text(35), v.regex(/^[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}$/i))),
    direction: v.optional(v.nullable(v.picklist(["ltr", "rtl"])), null),
  }),
  v.strictObject({ kind: v.literal("setLoginHint"), id, hint: v.pipe(text(320), v.minLength(1)) }),
  v.strictObject({ kind: v.literal("refresh"), id }),
  v.strictObject({ kind: v.literal("getState"), id }),
]);
/** A request of the host; the response has the same `id`. */
export type HostRequest = v.InferOutput<typeof RequestSchema>;

/** State of the page; `address` is path and query. */
export type PageState = {
  version: number;
  view: string | null;
  address: string;
  /** Parts of the address that are not at their default, as printed. */
  selection: Readonly<Record<string, string>>;
  signedIn: boolean;
  /** In pixels. */
  height: number;
  /** Messages that were invalid or from elsewhere. */
  ignored: number;
};

/** Messages of the page to the host. */
export type PageMessage =
  | { kind: "ready"; state: PageState }
  | { kind: "resized"; height: number }
  | { kind: "selectionChanged"; state: PageState }
  | { kind: "signInNeeded" }
  | { kind: "signedIn" }
  | { kind: "failed"; reason: "sign-in" | "unexpected" }
  | { kind: "openRecords"; url: string }
  | { kind: "answer"; id: number; state: PageState }
  | { kind: "refused"; id: number; reason: string };

/** Null for anything but a valid connect message. */
export function readConnect(data: unknown): Connect | null {
  return readAs(ConnectSchema, data);
}

/** Null for anything but a valid request. */
export function readRequest(data: unknown): HostRequest | null {
  return readAs(RequestSchema, data);
}

/** Messages are JSON strings: their size is checked before parsing, and they contain only data. */
function readAs<T extends v.GenericSchema>(schema: T, data: unknown): v.InferOutput<T> | null {
  if (typeof data !== "string" || data.length > MAX_MESSAGE_CHARACTERS) return null;
  try {
    const result = v.safeParse(schema, JSON.parse(data));
    return result.success ? result.output : null;
  } catch {
    return null;
  }
}
