/** A deadline for a calendar: texts in the reader's language, instants in ms UTC. */
export type CalendarEntry = {
  /** The same each time the same deadline is written, so that a calendar replaces it. */
  uid: string;
  deadline: number;
  title: string;
  text: string;
  /** Where the referral stands. */
  address: string;
};

const HALF_HOUR_MS = 30 * 60_000;
const ALARM_SECONDS = 2 * 60 * 60;

/**
 * A calendar file (RFC 5545) of these deadlines: each an event of half an hour that ends with the deadline, with an alarm
 * two hours before it begins. `stamp` (ms UTC) is when the data was read. The writer is fetched when it is first needed.
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
      // The writer escapes these in an address too, which has no escapes (RFC 5545, 3.3.13).
      url: address.replace(/[;,\\]/g, encodeURIComponent),
    });
    event.createAlarm({ type: ICalAlarmType.display, trigger: ALARM_SECONDS, description: oneLine(title) });
  }
  return calendar.toString();
}

/** Names come from customers: a control character in one would be no calendar any more. */
function oneLine(text: string): string {
  return text.replace(/\p{Cc}+/gu, " ");
}
