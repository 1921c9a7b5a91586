import type { QUALITY_EN } from "../en/quality.ts";

export const QUALITY_DE = {
  "records.many":
    "Dieser Zeitraum enthält {count, plural, one {# Empfehlung} other {# Empfehlungen}}. Alle zu laden, dauert eine Weile.",
  "records.readAll": "Alle laden",
  "records.loading": "Empfehlungen werden geladen: {received} von {total}",
  "records.progress": "Geladene Empfehlungen",
  "records.stop": "Anhalten",
  "records.stopped": "Laden angehalten.",
  "records.resume": "Fortsetzen",

  "quality.title": "Datenqualität",
  "quality.unchecked": "Datenqualität prüfen",
  "quality.atLeast": "mindestens {count, plural, one {# Datensatz} other {# Datensätze}} mit Auffälligkeiten",
  "quality.issues":
    "{count, plural, =0 {keine Auffälligkeiten} one {# Datensatz mit Auffälligkeiten} other {# Datensätze mit Auffälligkeiten}}",
  "quality.class": "Auffälligkeiten in dieser Auswahl",
  "quality.records": "Datensätze",
  "quality.counting": "wird gezählt",
  "quality.atLeastFigure": "mindestens {count}",
  "quality.any": "Mindestens eine Auffälligkeit",
  "quality.counted":
    "Datensätze mit Auffälligkeiten zählen in jeder Zahl mit. Ein Datensatz kann mehrere Auffälligkeiten haben.",
  "quality.fromGroups":
    "Bisher aus zusammengefassten Daten. Für die übrigen Auffälligkeiten sind die einzelnen Datensätze nötig.",
  "quality.outside": "In keinem Zeitraum",
  "quality.undated":
    "{count, plural, one {# Empfehlung hat} other {# Empfehlungen haben}} kein lesbares Erstelldatum.",
  "quality.noneUndated": "Jede Empfehlung hat ein Erstelldatum.",
  "quality.showUndated": "Empfehlungen anzeigen",
  "quality.implausible":
    "{count, plural, one {# Empfehlung wurde} other {# Empfehlungen wurden}} {days} erstellt, vor 2010 oder nach dem Datenstand. Standardmäßig {count, plural, one {ist sie} other {sind sie}} in keinem Zeitraum enthalten.",
  "quality.complete": "Was „vollständig“ bedeutet",
  "quality.no-created-date": "Kein Erstelldatum",
  "quality.unreadable-date": "Unlesbares Datum",
  "quality.implausible-date": "Unplausibles Datum",
  "quality.backward-dates": "Daten in falscher Reihenfolge",
  "quality.status-against-dates": "Status widerspricht Daten",
  "quality.unrecognised-status": "Unbekannter Status",
  "quality.unnamed-market": "Markt ohne Namen",
  "quality.repeated-id": "Doppelte ID",
} as const satisfies Record<keyof typeof QUALITY_EN, string>;
