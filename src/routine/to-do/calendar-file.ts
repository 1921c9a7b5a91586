/** A deadline: translated texts, instants in ms UTC. */
export type CalendarEntry = {
  /** Stable per deadline, so that a calendar replaces it on re-import. */
  uid: string;
  deadline: number;
  title: string;
  text: string;
  /** URL of the referral. */
  address: string;
};

const HALF_HOUR_MS = 30 * 60_000;
const ALARM_SECONDS = 2 * 60 * 60;

/**
 * An iCalendar file (RFC 5545): an event of half an hour ending at each deadline, with an alarm two hours before it
 * begins. `stamp` (ms UTC) is when the data was read. The writer is loaded on demand.
 */
export async function calendarFile(
  name: string,
  entries: readonly CalendarEntry[],
  stamp: number,
): Promise<string> {
  const { default: createCalendar, ICalAlarmType } = await import("ical-generator");
  const calendar = createCalendar({ name, prodId: "//Referral analytics//Deadlines//EN" });
  for (const { uid, deadline, title, text, address } of entries) {
    const event = calendar.createEvent({
      id: uid,
      stamp: new Date(stamp),
      start: new Date(deadline - HALF_HOUR_MS),
      end: new Date(deadline),
      summary: oneLine(title),
      description: `${text}\n${address}`,
      // The library escapes these in URLs too, where RFC 5545 (3.3.13) has no escapes.
      url: address.replace(/[;,\\]/g, encodeURIComponent),
    });
    event.createAlarm({ type: ICalAlarmType.display, trigger: ALARM_SECONDS, description: oneLine(title) });
  }
  return calendar.toString();
}

/** Customer names may contain control characters, which would break the file. */
function oneLine(text: string): string {
  return text.replace(/\p{Cc}+/gu, " ");
}
