import type { QUALITY_EN } from "../en/quality.ts";

/** Words of the data quality strip, and of reading records, which it and others need. */
export const QUALITY_DE = {
  "records.many":
    "Dieser Zeitraum enthält {count, plural, one {# Empfehlung} other {# Empfehlungen}}: Zu lesen, was nur die Empfehlungen selbst sagen, dauert eine Weile.",
  "records.readAll": "Alle lesen",
  "records.reading": "Empfehlungen werden gelesen: {received} von {total}",
  "records.progress": "Gelesene Empfehlungen",
  "records.stop": "Anhalten",
  "records.stopped": "Das Lesen wurde angehalten.",
  "records.resume": "Weiter",

  "quality.title": "Datenqualität",
  "quality.unchecked": "Datenqualität prüfen",
  "quality.atLeast": "mindestens {count, plural, one {# Datensatz} other {# Datensätze}} mit Auffälligkeiten",
  "quality.issues":
    "{count, plural, =0 {keine Auffälligkeiten} one {# Datensatz mit Auffälligkeiten} other {# Datensätze mit Auffälligkeiten}}",
  "quality.class": "Was an Datensätzen der Auswahl auffällt",
  "quality.records": "Datensätze",
  "quality.counting": "wird gezählt",
  "quality.atLeastFigure": "mindestens {count}",
  "quality.any": "Mindestens eines davon",
  "quality.counted": "Zählt dennoch in jeder Zahl mit; ein Datensatz kann in mehreren Zeilen vorkommen.",
  "quality.fromGroups": "Bisher aus Gruppen: Die anderen Zeilen brauchen die Datensätze selbst.",
  "quality.outside": "Außerhalb jedes Zeitraums",
  "quality.undated":
    "{count, plural, one {# Empfehlung aller Daten hat} other {# Empfehlungen aller Daten haben}} kein lesbares Erstelldatum.",
  "quality.noneUndated": "Jede Empfehlung der Daten hat ein Erstelldatum.",
  "quality.showUndated": "Diese zeigen",
  "quality.complete": "Was „vollständig“ bedeutet",
  "quality.no-created-date": "Kein Erstelldatum",
  "quality.unreadable-date": "Ein unlesbares Datum",
  "quality.backward-dates": "Daten in falscher Folge",
  "quality.status-against-dates": "Status und Daten widersprechen sich",
  "quality.unrecognised-status": "Unbekannter Status",
  "quality.unnamed-market": "Markt ohne Namen",
  "quality.repeated-id": "Eine ID mehrfach",
} as const satisfies Record<keyof typeof QUALITY_EN, string>;
