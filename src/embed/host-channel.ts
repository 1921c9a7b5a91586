import { type Connect, type HostRequest, type PageMessage, readConnect, readRequest } from "./protocol.ts";

/** No portal asks more often than somebody who drags a slider. */
const REQUESTS_A_SECOND = 60;
/** A portal that loads its own script anew connects again; more often than this it is something else. */
const MAX_CONNECTIONS = 50;

/** The window that a page stands in, as far as a conversation needs it. */
export type Place = {
  parent: unknown;
  self: unknown;
  origin: string;
  listen: (take: (event: MessageEvent<unknown>) => void) => void;
  now: () => number;
};

export type HostChannelParts = {
  place: Place;
  isAllowed: (origin: string) => boolean;
  /** Told each time that a host takes up the conversation. */
  onConnect: (connect: Connect) => void;
  answer: (request: HostRequest) => PageMessage;
};

export type HostChannel = {
  /** Goes nowhere while no host is connected. */
  tell: (message: PageMessage) => void;
  /** Messages that were not understood, came from elsewhere, or were too many. */
  ignored: () => number;
};

/**
 * Listens for a host and talks to it over the port that it hands over. A message counts only when it comes from the
 * window that frames this page, from a site that may frame it, and has the one shape that opens a conversation.
 */
export function openHostChannel({ place, isAllowed, onConnect, answer }: HostChannelParts): HostChannel {
  let port: MessagePort | null = null;
  let ignored = 0;
  let connections = 0;
  const isWithin = createRateLimiter(REQUESTS_A_SECOND, place.now);

  function tell(message: PageMessage): void {
    port?.postMessage(JSON.stringify(message));
  }

  function takeRequest({ data }: MessageEvent<unknown>): void {
    const request = isWithin() ? readRequest(data) : null;
    if (request) tell(answer(request));
    else ignored += 1;
  }

  function connectTo(next: MessagePort, connect: Connect): void {
    port?.close();
    port = next;
    connections += 1;
    port.onmessage = takeRequest;
    onConnect(connect);
  }

  place.listen((event) => {
    if (isOurOwn(event, place)) return;
    const [next, ...more] = event.ports;
    const isKnown = event.source === place.parent && isAllowed(event.origin);
    const connect = isKnown && connections < MAX_CONNECTIONS ? readConnect(event.data) : null;
    if (connect && next && more.length === 0) connectTo(next, connect);
    else ignored += 1;
  });

  return { tell, ignored: () => ignored };
}

/** Signing in sends messages from windows of our own, and browser extensions some from this very window. */
function isOurOwn({ source, origin }: MessageEvent<unknown>, { parent, self, origin: own }: Place): boolean {
  return source === self || (origin === own && source !== parent);
}

/** Lets so many calls through in each second; what comes beyond is not worth an answer. */
function createRateLimiter(most: number, now: () => number): () => boolean {
  let begun = Number.NEGATIVE_INFINITY;
  let left = 0;
  return () => {
    if (now() - begun >= 1000) {
      begun = now();
      left = most;
    }
    left -= 1;
    return left >= 0;
  };
}
