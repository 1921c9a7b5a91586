import { inTime } from "#lib/in-time.ts";

declare global {
  /** Set by `public/picture.js`: settles once the picture of the last visit is painted, or is none of this page. */
  var lastPicture: Promise<void> | undefined;
  /** The settings, where `public/picture.js` has asked for them; their body is not read yet. */
  var settingsResponse: Promise<Response> | undefined;
}

/** A picture that takes longer comes too late (ms). */
const MAX_WAIT_MS = 500;

/** Waits until the picture of the last visit is painted, if there is one: on a slow machine rendering would delay it. */
export async function pictureShown(): Promise<void> {
  if (globalThis.lastPicture) await inTime(globalThis.lastPicture, MAX_WAIT_MS).catch(() => undefined);
}
