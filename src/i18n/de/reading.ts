import type { READING_EN } from "../en/reading.ts";

export const READING_DE = {
  "reading.first":
    "Referrals API wird gelesen: {read, plural, one {# Empfehlung} other {# Empfehlungen}} gelesen, neueste Änderungen zuerst.{shown, plural, =0 {} one { Die Zahlen gelten für # und sind noch nicht vollständig.} other { Die Zahlen gelten für # und sind noch nicht vollständig.}}",
  "reading.progress": "Referrals API wird gelesen",
  "reading.partial":
    "Nicht alle Empfehlungen konnten gelesen werden. Die Zahlen gelten für {count, plural, one {# Empfehlung} other {# Empfehlungen}} und sind nicht vollständig. {reason}",
  "reading.stale": "Änderungen seit {time} UTC konnten nicht gelesen werden. {reason}",
  "reading.again": "Erneut lesen",
  "reading.readAt": "gelesen um {time} UTC",
  "reading.read":
    "Referrals API: {count, plural, one {# Empfehlung, die Sie} other {# Empfehlungen, die Sie}} sehen dürfen.",
  "reading.partlyRead":
    "Unvollständig: {count, plural, one {# Empfehlung} other {# Empfehlungen}} bisher gelesen",
  "reading.problem.throttled": "Partner Center drosselt Anfragen.",
  "reading.problem.other": "Die Referrals API hat nicht geantwortet.",
} satisfies Record<keyof typeof READING_EN, string>;
