import { type Connect, type HostRequest, type PageMessage, readConnect, readRequest } from "./protocol.ts";

/** As many as dragging a slider produces. */
const REQUESTS_A_SECOND = 60;
/** A portal reconnects when it reloads its script; more is an error or abuse. */
const MAX_CONNECTIONS = 50;

/** The part of a window that the channel uses. */
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
  /** Called each time a host connects. */
  onConnect: (connect: Connect) => void;
  answer: (request: HostRequest) => PageMessage;
};

export type HostChannel = {
  /** Does nothing while no host is connected. */
  tell: (message: PageMessage) => void;
  /** Messages that were invalid, from elsewhere, or too many. */
  ignored: () => number;
};

/**
 * Waits for a host and talks to it over the port that it transfers. A first message counts only when it comes from the
 * parent window, from an allowed origin, and matches the schema.
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

/** MSAL and browser extensions post messages to this window, too. */
function isOurOwn({ source, origin }: MessageEvent<unknown>, { parent, self, origin: own }: Place): boolean {
  return source === self || (origin === own && source !== parent);
}

/** Allows `most` calls per second; the others are dropped without a response. */
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
