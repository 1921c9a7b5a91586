/** What the dashboard shows: names as in its address; a list means "or", null the default. */
export type Selection = {
  view?: "overview" | "funnel" | "trends" | "markets" | "times" | "referrals" | null;
  /** Days in UTC, both included: `2026-01-31`. */
  from?: string | null;
  to?: string | null;
  /** The date that the period is about: `created`, `won`, … */
  basis?: string | null;
  /** Codes of customer markets: `["DE", "FR"]`; an empty text is "no market". */
  market?: string | readonly string[] | null;
  /** Codes of partner markets. */
  partner?: string | readonly string[] | null;
  /** Sizes of the customers' organisations. */
  size?: string | readonly string[] | null;
  outcome?: string | readonly string[] | null;
  grain?: "day" | "week" | "month" | "quarter" | "year" | null;
  by?: string | null;
  compare?: string | null;
  as?: "chart" | "table" | null;
  /** The only panels to show, by their keys; none means all. */
  panels?: string | readonly string[] | null;
  /** What readers may not change here; for show, as anybody can edit an address. */
  lock?: string | readonly Lock[] | null;
  /** `safe` shows no names and no small counts, and the reader cannot leave that; null takes it back. */
  audience?: "safe" | null;
};

export type Lock = "period" | "market" | "partner" | "size" | "outcome";

export type Options = {
  /** The dashboard's address, with a view's path where another one than the Overview is meant. */
  url: string;
  /** Name of the frame for screen readers. */
  title?: string;
  /** `none`, the default, leaves out the dashboard's own head. */
  chrome?: "none" | "full";
  theme?: "light" | "dark";
  /** A language tag, as `en-GB`. */
  lang?: string;
  dir?: "ltr" | "rtl";
  panels?: readonly string[];
  lock?: readonly Lock[];
  /** For an audience: no names, no counts below five, only groups; see the README for what that protects. */
  audience?: "safe";
  /** Begins with this; `view` is named by `url`. */
  selection?: Omit<Selection, "view">;
  /** Sign-in name of the reader, so that a sign-in need not ask for it. */
  loginHint?: string;
  /** Pixels; the frame is as high as its content, but not less than this. */
  minHeight?: number;
  /** Lists of referrals are opened by you, on `openRecords`. */
  opensRecords?: boolean;
};

export type State = {
  /** Of the protocol. */
  version: number;
  view: string | null;
  /** Path and query: what is looked at, as a link. */
  address: string;
  selection: Readonly<Record<string, string>>;
  signedIn: boolean;
  /** Of the content, in pixels. */
  height: number;
  /** Messages that the dashboard did not understand or take, from whomever. */
  ignored: number;
};

export type Events = {
  /** Each time that the dashboard has been loaded. */
  ready: { kind: "ready"; state: State };
  resized: { kind: "resized"; height: number };
  selectionChanged: { kind: "selectionChanged"; state: State };
  /** The reader has to press the sign-in button in the frame. */
  signInNeeded: { kind: "signInNeeded" };
  signedIn: { kind: "signedIn" };
  failed: { kind: "failed"; reason: "sign-in" | "unexpected" };
  openRecords: { kind: "openRecords"; url: string };
};

export type Dashboard = {
  readonly frame: HTMLIFrameElement;
  /** Rejected when the dashboard does not answer within 30 seconds. */
  readonly ready: Promise<State>;
  /** Sets the parts that it names; rejected, and nothing set, when one does not fit. */
  setSelection(selection: Selection): Promise<State>;
  /** Null follows the reader's system. */
  setTheme(theme: "light" | "dark" | null): Promise<State>;
  setLanguage(language: string | null, direction?: "ltr" | "rtl" | null): Promise<State>;
  setLoginHint(name: string): Promise<State>;
  /** Asks for all figures anew. */
  refresh(): Promise<State>;
  getState(): Promise<State>;
  /** Returns what takes the listener away again. */
  on<Kind extends keyof Events>(kind: Kind, listener: (event: Events[Kind]) => void): () => void;
  /** Takes the frame out of the page. */
  destroy(): void;
};

/** Puts a dashboard at the end of an element. */
export function createDashboard(place: Element, options: Options): Dashboard;
