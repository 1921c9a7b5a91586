import type { TRENDS_EN } from "../en/trends.ts";

/** Words of the Trends view. */
export const TRENDS_DE = {
  "trends.title.count": "Empfehlungen im Verlauf",
  "trends.title.acceptance": "Annahmequote im Verlauf",
  "trends.title.win": "Gewinnquote im Verlauf",
  "trends.subtitle.day": "{basis} pro Tag, {by}, {period}",
  "trends.subtitle.week": "{basis} pro Woche (ab Montag), {by}, {period}",
  "trends.subtitle.month": "{basis} pro Monat, {by}, {period}",
  "trends.subtitle.quarter": "{basis} pro Quartal, {by}, {period}",
  "trends.subtitle.year": "{basis} pro Jahr, {by}, {period}",

  "trends.controls": "Was das Diagramm zeigt",
  "trends.measure": "Messgröße",
  "trends.measure.count": "Empfehlungen",
  "trends.measure.acceptance": "Annahmequote",
  "trends.measure.win": "Gewinnquote",
  "trends.form": "Gezeichnet als",
  "trends.form.stacked": "Gestapelt",
  "trends.form.lines": "Linien",
  "trends.form.share": "Anteil",
  "trends.means": "Gleitender Mittelwert",
  "trends.mean.days": "{days, plural, one {# Tag} other {# Tage}}",
  "trends.total": "Linie für alle",

  "trends.mean": "Mittel über {days} Tage",
  "trends.compared.previous-period": "Zeitraum davor",
  "trends.compared.last-year": "Vorjahr",
  "trends.compared.days": "Verglichen mit",
  "trends.compared.change": "Änderung",
  "trends.interval": "95-%-Intervall",
  "trends.notBegun": "nicht begonnen",

  "trends.mean.grain":
    "Gleitende Mittelwerte laufen über Tage; das Diagramm zählt nach {grain, select, week {Wochen} month {Monaten} quarter {Quartalen} other {Jahren}}.",
  "trends.mean.toDays": "Nach Tagen zählen",
  "trends.mean.tooLong": "Der Zeitraum ist zu lang, um nach Tagen gezeichnet zu werden.",
  "trends.mean.rate": "Gleitende Mittelwerte gibt es nur für Empfehlungen, nicht für Quoten.",
  "trends.mean.share":
    "Anteile ergeben in jedem Abschnitt 100 %: Gleitende Mittelwerte und der Vergleich werden nicht gezeichnet.",
  "trends.outcomeRate":
    "Eine Quote sagt, was aus Empfehlungen wurde; daher ist sie nicht nach Ergebnis aufgeteilt.",

  "trends.read.hint":
    "Pfeil links und rechts: Abschnitt für Abschnitt. Pfeil auf und ab: eine Reihe. Eingabetaste: nur diese Reihe oder nur diese Tage. Umschalt und Pfeil: mehrere Tage; die Eingabetaste macht sie zum Zeitraum, Esc verwirft sie.",
  "trends.read.all": "{figure} {count, plural, one {Empfehlung} other {Empfehlungen}}.",
  "trends.read.rate": "{figure} von allen.",
  "trends.read.series": "{name} {figure}",
  "trends.read.key": "{name}: {figure}. Die Eingabetaste zeigt nur diese Reihe.",
  "trends.read.other": "{name}: {figure}. Die Eingabetaste listet auf, was darin steckt.",
  "trends.read.range":
    "{figure} in {buckets, plural, one {# Abschnitt} other {# Abschnitten}}. Die Eingabetaste macht diese Tage zum Zeitraum.",
  "trends.drag": "Ziehen Sie über das Diagramm für einen Zeitraum; ein Klick auf eine Reihe zeigt nur sie.",
  "trends.noBase": "keine",

  "trends.others": "{count, plural, one {Übrige: # weitere} other {Übrige: # weitere}}",
  "trends.others.title": "Was in „Übrige“ steckt",

  "trends.range.rate":
    "Zwischen {low} ({lowBucket}) und {high} ({highBucket}), wo es mindestens 30 Empfehlungen gibt.",
  "trends.last.rate":
    "{grain, select, day {Der letzte abgeschlossene Tag} week {Die letzte abgeschlossene Woche} month {Der letzte abgeschlossene Monat} quarter {Das letzte abgeschlossene Quartal} other {Das letzte abgeschlossene Jahr}}, {bucket}, hat {rate} von {base}.",
  "trends.last.rate.change":
    "{grain, select, day {Der letzte abgeschlossene Tag} week {Die letzte abgeschlossene Woche} month {Der letzte abgeschlossene Monat} quarter {Das letzte abgeschlossene Quartal} other {Das letzte abgeschlossene Jahr}}, {bucket}, hat {rate} von {base}: {points} Punkte gegenüber dem Wert davor.",
  "trends.versus.percent": "{own} in {ownDays}, {change} gegenüber {before} in {beforeDays}.",
  "trends.versus.points": "{own} in {ownDays}, {points} Punkte gegenüber {before} in {beforeDays}.",
  "trends.versus.absent": "{own} in {ownDays} gegenüber {before} in {beforeDays}.",
  "trends.versus.cut": "Beide enden mit den vergangenen Tagen.",
  "trends.versus.nothing": "Noch ist nichts zu vergleichen: Kein Tag des Zeitraums ist vergangen.",
  "trends.versus.late": "Die Daten beginnen erst mit {month}, später als der Vergleichszeitraum.",
  "trends.unfinished": "Unvollendet und hinter dem Schleier: {buckets}.",
  "trends.unfinished.many": "{count} Abschnitte sind unvollendet und stehen hinter dem Schleier.",
  "trends.unfinished.one": "{bucket} ({covered} von {days} Tagen)",
  "trends.openStill":
    "Noch offene Empfehlungen zählen noch als nicht {measure, select, acceptance {angenommen} other {gewonnen}}; späte Abschnitte können also noch steigen.",

  "trends.ofAll": "von allen",
  "trends.base": "Empfehlungen",
  "trends.part.acceptance": "Angenommen",
  "trends.part.win": "Gewonnen",
} as const satisfies Record<keyof typeof TRENDS_EN, string>;
