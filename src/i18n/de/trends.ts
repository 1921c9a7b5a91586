import type { TRENDS_EN } from "../en/trends.ts";

export const TRENDS_DE = {
  "trends.title.count": "Empfehlungen im Zeitverlauf",
  "trends.title.acceptance": "Annahmequote im Zeitverlauf",
  "trends.title.win": "Gewinnquote im Zeitverlauf",
  "trends.subtitle.day": "{basis} pro Tag, {by}, {period}",
  "trends.subtitle.week": "{basis} pro Woche (ab Montag), {by}, {period}",
  "trends.subtitle.month": "{basis} pro Monat, {by}, {period}",
  "trends.subtitle.quarter": "{basis} pro Quartal, {by}, {period}",
  "trends.subtitle.year": "{basis} pro Jahr, {by}, {period}",

  "trends.controls": "Diagrammoptionen",
  "trends.measure": "Kennzahl",
  "trends.measure.count": "Empfehlungen",
  "trends.measure.acceptance": "Annahmequote",
  "trends.measure.win": "Gewinnquote",
  "trends.split": "Aufteilung",
  "trends.by.text": "nach „{name}“",
  "trends.form": "Diagrammtyp",
  "trends.form.stacked": "Gestapelt",
  "trends.form.lines": "Linien",
  "trends.form.share": "Anteile",
  "trends.means": "Gleitender Durchschnitt",
  "trends.mean.days": "{days, plural, one {# Tag} other {# Tage}}",
  "trends.total": "Gesamtlinie",

  "trends.mean": "{days}-Tage-Durchschnitt",
  "trends.compared.previous-period": "Vorheriger Zeitraum",
  "trends.compared.last-year": "Vorjahr",
  "trends.compared.days": "Verglichen mit",
  "trends.compared.change": "Veränderung",
  "trends.interval": "95-%-KI",
  "trends.notBegun": "nicht begonnen",

  "trends.mean.grain":
    "Gleitende Durchschnitte erfordern Tageswerte; dieses Diagramm zeigt {grain, select, week {Wochen} month {Monate} quarter {Quartale} other {Jahre}}.",
  "trends.mean.toDays": "Zu Tagen wechseln",
  "trends.mean.tooLong": "Der Zeitraum ist für eine Darstellung nach Tagen zu lang.",
  "trends.mean.rate": "Gleitende Durchschnitte gibt es nur für die Anzahl der Empfehlungen.",
  "trends.mean.share":
    "Jedes Intervall ergibt 100 %; gleitende Durchschnitte und Vergleich sind daher ausgeblendet.",
  "trends.outcomeRate": "Quoten lassen sich nicht nach Ergebnis aufschlüsseln.",

  "trends.read.hint":
    "Pfeil links und rechts: Intervall wechseln. Pfeil auf und ab: Reihe auswählen. Eingabetaste: nach dieser Reihe oder diesen Tagen filtern. Mit gedrückter Umschalttaste wählen Sie mehrere Tage aus; die Eingabetaste übernimmt sie als Zeitraum, Esc bricht ab.",
  "trends.read.all": "{figure} {count, plural, one {Empfehlung} other {Empfehlungen}}.",
  "trends.read.rate": "{figure} insgesamt.",
  "trends.read.series": "{name} {figure}",
  "trends.read.key": "{name}: {figure}. Eingabetaste: nur diese Reihe anzeigen.",
  "trends.read.other": "{name}: {figure}. Eingabetaste: Inhalt auflisten.",
  "trends.read.range":
    "{figure} in {buckets, plural, one {# Intervall} other {# Intervallen}}. Eingabetaste: diese Tage als Zeitraum übernehmen.",
  "trends.drag":
    "Ziehen Sie über das Diagramm, um einen Zeitraum auszuwählen. Klicken Sie auf eine Reihe, um nur diese anzuzeigen.",
  "trends.noBase": "keine",

  "trends.others": "{count, plural, one {Sonstige: # weitere} other {Sonstige: # weitere}}",
  "trends.others.title": "In „Sonstige“ enthalten",

  "trends.range.rate":
    "Niedrigster Wert: {low} ({lowBucket}). Höchster Wert: {high} ({highBucket}). Ohne kleine Basen{young, select, no {} other { und ohne die letzten {days} Tage}}.",
  "trends.last.rate":
    "{grain, select, day {Letzter ganzer Tag} week {Letzte ganze Woche} month {Letzter ganzer Monat} quarter {Letztes ganzes Quartal} other {Letztes ganzes Jahr}} ({bucket}): {rate} von {base}.",
  "trends.versus.change": "{ownDays}: {own}, {change} im Vergleich zu {before} ({beforeDays}).",
  "trends.versus.absent": "{ownDays}: {own}, im Vergleich zu {before} ({beforeDays}).",
  "trends.versus.cut": "In beiden zählen nur die bisher vergangenen Tage.",
  "trends.versus.nothing": "Noch kein Vergleich möglich: Der Zeitraum hat gerade erst begonnen.",
  "trends.versus.late": "Die Daten beginnen mit {month}, nach dem Beginn des Vergleichszeitraums.",
  "trends.unfinished": "Angebrochen (blasser dargestellt): {buckets}.",
  "trends.unfinished.many": "{count} angebrochene Intervalle sind blasser dargestellt.",
  "trends.unfinished.one": "{bucket} ({covered} von {days} Tagen)",
  "trends.openStill":
    "Offene Empfehlungen zählen als noch nicht {measure, select, acceptance {angenommen} other {gewonnen}}; die jüngsten Intervalle können daher noch steigen.",

  "trends.ofAll": "von allen",
  "trends.base": "Empfehlungen",
  "trends.part.acceptance": "Angenommen",
  "trends.part.win": "Gewonnen",
} as const satisfies Record<keyof typeof TRENDS_EN, string>;
