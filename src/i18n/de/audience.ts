import type { AUDIENCE_EN } from "../en/audience.ts";

/** Words of the views for an audience. */
export const AUDIENCE_DE = {
  "audience.badge": "Anonymisiert",
  "audience.note":
    "Keine Namen, keine einzelnen Empfehlungen, keine Zahlen von 1 bis 4. Zeitraum und Filter sind vorgegeben.",
  "audience.few": "Weniger als fünf Empfehlungen, daher wird nichts angezeigt.",
  "audience.many": "Mehr als {most} Empfehlungen, daher werden keine Einzelheiten angezeigt.",
  "audience.withheld": "Ausgeblendet: Diese oder eine daraus ableitbare Zahl liegt unter fünf.",
  "audience.other": "Sonstige, einschließlich kleiner Gruppen",
  "audience.others": "{count, plural, one {# weiterer} other {# weitere, einschließlich kleiner Gruppen}}",
  "audience.joined": "{first} bis {last}",
  "audience.reached": "diese oder eine spätere Phase erreicht",
  "audience.parts.market": "Kundenmärkte",
  "audience.parts.partner": "Partnermärkte",
  "audience.parts.size": "Unternehmensgrößen",
  "audience.customers": "Kunden",
  "audience.customers.subtitle":
    "Codes statt Namen; Kunden mit weniger als fünf Empfehlungen sind zusammengefasst",
  "audience.unnamed": "Ohne Namen",
  "audience.days": "Tage",
  "audience.days.same": "gleicher Tag",
  "audience.days.one": "{count, plural, one {# Tag} other {# Tage}}",
  "audience.days.range": "{low} bis {high} Tage",
  "audience.days.from": "{low} Tage oder mehr",
  "audience.times.subtitle": "Empfehlungen mit beiden Daten, in ganzen Tagen",
  "audience.half":
    "{count, plural, =0 {Die Hälfte am gleichen Tag.} one {Die Hälfte innerhalb von # Tag.} other {Die Hälfte innerhalb von # Tagen.}}",
  "audience.nine":
    "{count, plural, =0 {90 % am gleichen Tag.} one {90 % innerhalb von # Tag.} other {90 % innerhalb von # Tagen.}}",
} as const satisfies Record<keyof typeof AUDIENCE_EN, string>;
