import { readStored, writeStored } from "#lib/stored.ts";

/** Whether this browser can notify; `framed`: another site's frame may not ask; `open`: the reader gave no answer. */
export type NotifyState = "on" | "off" | "open" | "denied" | "unsupported" | "framed";

export function notifyState(reader: string): NotifyState {
  if (typeof Notification === "undefined") return "unsupported";
  if (Notification.permission === "denied") return window.parent === window ? "denied" : "framed";
  return Notification.permission === "granted" && readStored(flagOf(reader)) !== null ? "on" : "off";
}

/** Call on a press only: browsers require it. */
export async function startNotifying(reader: string): Promise<NotifyState> {
  if (typeof Notification === "undefined") return "unsupported";
  const permission = await Notification.requestPermission();
  if (permission === "granted") writeStored(flagOf(reader), "[]");
  return permission === "default" ? "open" : notifyState(reader);
}

export function stopNotifying(reader: string): void {
  writeStored(flagOf(reader), null);
}

/** Something to say once: `stamp` is that of a rule and its last interval. */
export type Notice = { stamp: string; text: string };

/** Notifies of what it has not notified of before. */
export function notifyOf(reader: string, title: string, notices: readonly Notice[]): void {
  if (notifyState(reader) !== "on") return;
  const known = knownStamps(reader);
  const fresh = notices.filter(({ stamp }) => !known.includes(stamp));
  if (fresh.length === 0) return;
  writeStored(flagOf(reader), JSON.stringify([...fresh.map(({ stamp }) => stamp), ...known].slice(0, 200)));
  try {
    new Notification(title, { body: fresh.map(({ text }) => text).join("\n"), tag: "referrals-watch" });
  } catch {
    // Android's browsers notify from service workers only.
  }
}

const flagOf = (reader: string) => `watch-notify:${reader}`;

function knownStamps(reader: string): unknown[] {
  try {
    const read: unknown = JSON.parse(readStored(flagOf(reader)) ?? "[]");
    return Array.isArray(read) ? read : [];
  } catch {
    return [];
  }
}
