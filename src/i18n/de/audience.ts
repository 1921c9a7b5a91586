import type { AUDIENCE_EN } from "../en/audience.ts";

/** Words of the views for an audience. */
export const AUDIENCE_DE = {
  "audience.badge": "Für Publikum",
  "audience.note":
    "Keine Namen, keine einzelnen Empfehlungen, keine Zahlen von 1 bis 4. Zeitraum und Filter bleiben, wie sie vorgegeben sind.",
  "audience.few": "Weniger als fünf Empfehlungen: Einem Publikum wird davon nichts gezeigt.",
  "audience.many": "Mehr als {most} Empfehlungen: Für ein Publikum werden sie nicht unterschieden.",
  "audience.withheld": "Nicht gezeigt: Die Zahl selbst oder eine, die daraus folgt, liegt unter fünf.",
  "audience.other": "Andere, darunter kleine",
  "audience.others": "{count, plural, one {# andere} other {# andere, darunter kleine}}",
  "audience.joined": "{first} bis {last}",
  "audience.reached": "so weit oder weiter gekommen",
  "audience.parts.market": "Kundenmärkte",
  "audience.parts.partner": "Partnermärkte",
  "audience.parts.size": "Unternehmensgrößen",
  "audience.customers": "Kunden",
  "audience.customers.subtitle":
    "Kürzel stehen für Namen; Kunden mit weniger als fünf Empfehlungen werden nicht unterschieden",
  "audience.unnamed": "Ohne Namen",
  "audience.days": "Tage",
  "audience.days.same": "am selben Tag",
  "audience.days.one": "{count, plural, one {# Tag} other {# Tage}}",
  "audience.days.range": "{low} bis {high} Tage",
  "audience.days.from": "{low} Tage oder mehr",
  "audience.times.subtitle": "Empfehlungen mit beiden Daten, in ganzen Tagen",
  "audience.half":
    "{count, plural, =0 {Die Hälfte am selben Tag.} one {Die Hälfte innerhalb von # Tag.} other {Die Hälfte innerhalb von # Tagen.}}",
  "audience.nine":
    "{count, plural, =0 {Neun von zehn am selben Tag.} one {Neun von zehn innerhalb von # Tag.} other {Neun von zehn innerhalb von # Tagen.}}",
} as const satisfies Record<keyof typeof AUDIENCE_EN, string>;
