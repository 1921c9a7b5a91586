import * as v from "valibot";

/** What every first message carries, so that it cannot be meant for somebody else on the same page. */
export const PROTOCOL = "referrals-dashboard";
export const VERSION = 1;
/** Longest message that is read, in characters; a selection takes a few hundred. */
export const MAX_MESSAGE_CHARACTERS = 8_000;

/** The first words of the page to whoever frames it; no secret, as nobody knows yet who that is. */
export const HELLO = JSON.stringify({ protocol: PROTOCOL, kind: "hello", versions: [VERSION] });

const ConnectSchema = v.strictObject({
  protocol: v.literal(PROTOCOL),
  kind: v.literal("connect"),
  version: v.literal(VERSION),
  /** The host makes the frame as high as it is told. */
  keepsHeight: v.optional(v.boolean(), false),
  /** The host opens lists of referrals itself, where it has more room. */
  opensRecords: v.optional(v.boolean(), false),
});
export type Connect = v.InferOutput<typeof ConnectSchema>;

const text = (most: number) => v.pipe(v.string(), v.maxLength(most));
const id = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
/** A value of the address: as it stands there, as a list, or null for the default. */
const value = v.nullable(v.union([text(2000), v.pipe(v.array(text(200)), v.maxLength(200))]));

const part = <Name extends string>(name: Name) =>
  ({ [name]: v.optional(value) }) as Record<Name, v.OptionalSchema<typeof value, undefined>>;

/** Names as in the address, and `view`; a portal sets no more than a link could. */
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
/** What a host asks of the page; each is answered under its `id`. */
export type HostRequest = v.InferOutput<typeof RequestSchema>;

/** What the page says about itself; `address` is path and query. */
export type PageState = {
  version: number;
  view: string | null;
  address: string;
  /** Parts of the address that are not at their default, as they stand there. */
  selection: Readonly<Record<string, string>>;
  signedIn: boolean;
  /** Pixels. */
  height: number;
  /** Messages that were not understood, or came from elsewhere. */
  ignored: number;
};

/** What the page tells a host. */
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

/** Reads the message with which a host takes up the conversation; null for any other one. */
export function readConnect(data: unknown): Connect | null {
  return readAs(ConnectSchema, data);
}

/** Reads what a host asks; null for what is no request. */
export function readRequest(data: unknown): HostRequest | null {
  return readAs(RequestSchema, data);
}

/** Messages are JSON texts: their size is known before anything is made of them, and they hold data only. */
function readAs<T extends v.GenericSchema>(schema: T, data: unknown): v.InferOutput<T> | null {
  if (typeof data !== "string" || data.length > MAX_MESSAGE_CHARACTERS) return null;
  try {
    const result = v.safeParse(schema, JSON.parse(data));
    return result.success ? result.output : null;
  } catch {
    return null;
  }
}
