import type { AppConfig } from "#config/app-config.ts";
import { BASE_PATH } from "#lib/base-path.ts";
import { releaseAnonymised } from "#selection/kept-anonymised.ts";
import { viewAt } from "#selection/view-address.ts";
import { isAncestor } from "./ancestors.ts";
import { changedAddress } from "./changed-address.ts";
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
import { replaceAddress, setLook } from "./replace-address.ts";
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
