import type { ANONYMISED_EN } from "#i18n/en/anonymised.ts";

export const ANONYMISED_DE = {
  "anonymised.badge": "Anonymisiert",
  "anonymised.noDeals":
    "Geschäftswerte, Gründe und Registrierungen zeigt die anonymisierte Ansicht nicht: Wenige Geschäfte ließen auf ihre Kunden schließen.",
  "anonymised.note":
    "Keine Namen, keine einzelnen Empfehlungen, keine Zahlen von 1 bis 4. Zeitraum und Filter sind vorgegeben.",
  "anonymised.few": "Weniger als fünf Empfehlungen, daher wird nichts angezeigt.",
  "anonymised.many": "Mehr als {most} Empfehlungen, daher werden keine Einzelheiten angezeigt.",
  "anonymised.withheld": "Ausgeblendet: Diese oder eine daraus ableitbare Zahl liegt unter fünf.",
  "anonymised.other": "Sonstige, einschließlich kleiner Gruppen",
  "anonymised.others": "{count, plural, one {# weiterer} other {# weitere, einschließlich kleiner Gruppen}}",
  "anonymised.joined": "{first} bis {last}",
  "anonymised.reached": "diese oder eine spätere Phase erreicht",
  "anonymised.parts.market": "Kundenmärkte",
  "anonymised.parts.partner": "Partnermärkte",
  "anonymised.parts.size": "Unternehmensgrößen",
  "anonymised.customers": "Kunden",
  "anonymised.customers.subtitle":
    "Codes statt Namen; Kunden mit weniger als fünf Empfehlungen sind zusammengefasst",
  "anonymised.unnamed": "Ohne Namen",
  "anonymised.days": "Tage",
  "anonymised.days.same": "gleicher Tag",
  "anonymised.days.one": "{count, plural, one {# Tag} other {# Tage}}",
  "anonymised.days.range": "{low} bis {high} Tage",
  "anonymised.days.from": "{low} Tage oder mehr",
  "anonymised.times.subtitle": "Empfehlungen mit beiden Daten, in ganzen Tagen",
  "anonymised.half":
    "{count, plural, =0 {Die Hälfte am gleichen Tag.} one {Die Hälfte innerhalb von # Tag.} other {Die Hälfte innerhalb von # Tagen.}}",
  "anonymised.nine":
    "{count, plural, =0 {90 % am gleichen Tag.} one {90 % innerhalb von # Tag.} other {90 % innerhalb von # Tagen.}}",
} as const satisfies Record<keyof typeof ANONYMISED_EN, string>;
