import { navigate } from "wouter/use-browser-location";
import type { AppConfig } from "#config/app-config.ts";
import { VIEW_PATHS } from "#config/view-paths.ts";
import { BASE_PATH, inSite } from "#lib/base-path.ts";
import { releaseAnonymised } from "#selection/kept-anonymised.ts";
import { printSearch } from "#selection/parameter.ts";
import { printTexts } from "#selection/parameters.ts";
import { printSelection, readSelection } from "#selection/selection.ts";
import { VIEW_NAMES, viewAt } from "#selection/view-address.ts";
import { contentHeight, watchHeight } from "./height.ts";
import { type HostChannel, openHostChannel, type Place } from "./host-channel.ts";
import { listenToPage, type PageEvent } from "./page-events.ts";
import {
  HELLO,
  type HostRequest,
  type PageMessage,
  type PageState,
  type SelectionPart,
  VERSION,
} from "./protocol.ts";

/**
 * Whether an origin may frame the page: matches `sources` like the policy's `frame-ancestors`
 * (https://www.w3.org/TR/CSP3/#match-url-to-source-expression). `self` is the page's own origin. The opaque origin
 * `null` of a sandboxed page never matches.
 */
export function isAncestor(origin: string, sources: readonly string[], self: string): boolean {
  const site = siteOf(origin);
  if (site === null) return false;
  return sources.some((source) => (source === "'self'" ? origin === self : matches(site, source)));
}

type Site = { scheme: string; host: string; port: string };

const SOURCE = /^(https?):\/\/(\*\.)?([a-z0-9.-]+)(?::(\d{1,5}))?$/;

function matches(site: Site, source: string): boolean {
  const [, scheme = "", anyBelow, host = "", port = portOf(scheme)] = SOURCE.exec(source.toLowerCase()) ?? [];
  if (host === "" || site.scheme !== scheme || site.port !== port) return false;
  return anyBelow ? site.host.endsWith(`.${host}`) : site.host === host;
}

/** Null for anything but a web origin. */
function siteOf(origin: string): Site | null {
  const url = URL.canParse(origin) ? new URL(origin) : null;
  if (url === null || url.origin !== origin) return null;
  const scheme = url.protocol.slice(0, -1);
  return { scheme, host: url.hostname, port: url.port || portOf(scheme) };
}

function portOf(scheme: string): string {
  return scheme === "https" ? "443" : "80";
}

export type HostActions = {
  /** Refetches all figures. */
  refresh: () => void;
  /** Sets the login hint. */
  hint: (name: string) => void;
};

type Answered = { kind: "done" } | { kind: "refused"; reason: string };
const DONE: Answered = { kind: "done" };

/** Opens the channel to the page that frames this one, for the lifetime of the page. */
export function openHostSession({ frameAncestors }: AppConfig, actions: HostActions): void {
  let opensRecords = false;
  let isSignedIn = false;
  const stateOf = (link: HostChannel): PageState => ({
    ...here(),
    signedIn: isSignedIn,
    ignored: link.ignored(),
  });
  const link = openHostChannel({
    place: thisPlace(),
    isAllowed: (origin) => isAncestor(origin, frameAncestors, location.origin),
    onConnect: (connect) => {
      opensRecords = connect.opensRecords;
      if (connect.keepsHeight) document.documentElement.dataset.height = "host";
      link.tell({ kind: "ready", state: stateOf(link) });
      link.tell({ kind: "resized", height: contentHeight() });
    },
    answer: (request) => {
      const { id } = request;
      const answered = act(request, actions);
      return answered.kind === "done" ? { kind: "answer", id, state: stateOf(link) } : { ...answered, id };
    },
  });
  const take = (event: PageEvent | null) => {
    if (event) isSignedIn = event.kind === "signedIn" || (event.kind === "failed" && isSignedIn);
    if (event) link.tell(event);
  };
  take(listenToPage({ tell: take, takesRecords: (address) => opensRecords && tellRecords(link, address) }));
  watchHeight((height) => link.tell({ kind: "resized", height }));
  watchAddress(() => link.tell({ kind: "selectionChanged", state: stateOf(link) }));
  // Any origin, because the host is not known yet; the message says only that the page is here.
  window.parent.postMessage(HELLO, "*");
}

function thisPlace(): Place {
  return {
    parent: window.parent,
    self: window,
    origin: location.origin,
    listen: (take) => addEventListener("message", take),
    now: () => performance.now(),
  };
}

function here(): Omit<PageState, "signedIn" | "ignored"> {
  return {
    version: VERSION,
    view: viewAt(location.pathname.slice(BASE_PATH.length)),
    address: location.pathname + location.search,
    selection: Object.fromEntries(new URLSearchParams(location.search)),
    height: contentHeight(),
  };
}

function tellRecords(link: HostChannel, address: string): boolean {
  link.tell({ kind: "openRecords", url: new URL(address, location.origin).href } satisfies PageMessage);
  return true;
}

function act(request: HostRequest, actions: HostActions): Answered {
  switch (request.kind) {
    case "setSelection":
      return select(request.selection);
    case "setTheme":
      setLook({ theme: request.theme });
      return DONE;
    case "setLanguage":
      setLook({ lang: request.language, dir: request.direction });
      return DONE;
    case "setLoginHint":
      actions.hint(request.hint);
      return DONE;
    case "refresh":
      actions.refresh();
      return DONE;
    case "getState":
      return DONE;
  }
}

function select(part: SelectionPart): Answered {
  const changed = changedAddress(location, part);
  if (changed.kind === "refused") return changed;
  if (part.audience === null) releaseAnonymised();
  replaceAddress(changed.address);
  return DONE;
}

const CHANGES = ["popstate", "pushState", "replaceState"] as const;

/** Reports each change of path or query; wouter dispatches the events. */
function watchAddress(tell: () => void): void {
  let before = location.pathname + location.search;
  const look = () => {
    const now = location.pathname + location.search;
    if (now === before) return;
    before = now;
    tell();
  };
  for (const name of CHANGES) addEventListener(name, look);
}

type ChangedAddress = { kind: "address"; address: string } | { kind: "refused"; reason: string };

/**
 * The address after a host has set parts of the selection; other parts stay. Rejected as a whole when one value is
 * invalid, so that nothing is applied half.
 */
export function changedAddress(
  at: Pick<Location, "pathname" | "search">,
  part: SelectionPart,
): ChangedAddress {
  const { view, ...keys } = part;
  const path = view === undefined ? at.pathname : pathOf(view);
  if (path === null) return { kind: "refused", reason: "view" };
  const search = new URLSearchParams(at.search);
  for (const [name, value] of Object.entries(keys)) {
    const text = typeof value === "string" || !value ? value : printTexts(value);
    if (text) search.set(name, text);
    else search.delete(name);
  }
  const { selection, faults } = readSelection(printSearch(search));
  const [fault] = faults;
  if (fault) return { kind: "refused", reason: fault.kind === "value" ? fault.parameter : fault.kind };
  return { kind: "address", address: path + printSelection(selection, printSearch(search)) };
}

/** Keys of the previous view stay; other views ignore them. */
function pathOf(view: SelectionPart["view"]): string | null {
  const name = VIEW_NAMES.find((one) => one === view);
  return name ? inSite(VIEW_PATHS[name]) : view === null ? inSite(VIEW_PATHS.overview) : null;
}

/** Navigates within the page without a history entry: the user should not have to undo what a portal did. */
function replaceAddress(address: string): void {
  if (address === location.pathname + location.search) return;
  navigate(address, { replace: true, state: history.state });
}

/** Sets theme and language in the address, so that a reload keeps them; null removes one. */
export function setLook(look: Readonly<Partial<Record<"theme" | "lang" | "dir", string | null>>>): void {
  const search = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(look)) {
    if (value) search.set(name, value);
    else search.delete(name);
  }
  const { selection } = readSelection(search.toString());
  // Applied at once, because before sign-in nothing else reads them from the address.
  if (selection.theme) document.documentElement.dataset.theme = selection.theme;
  if (selection.dir) document.documentElement.dir = selection.dir;
  replaceAddress(location.pathname + printSearch(search));
}
