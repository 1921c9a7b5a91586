import type { FUNNEL_EN } from "../en/funnel.ts";

/** Words of the Funnel view. */
export const FUNNEL_DE = {
  "flow.title": "Von „Erstellt“ bis „Gewonnen“",
  "flow.ofBefore": "{share} der vorherigen Phase",
  "flow.ofCreated": "{share} der erstellten",
  "flow.implied": "abgeleitet",
  "flow.equation": "Erstellt = gewonnen + Abgänge + noch offen",
  "flow.sentence":
    "Von {count, plural, one {# Empfehlung} other {# Empfehlungen}} wurden {accepted} angenommen und {won} gewonnen; {open} sind noch offen.",
  "flow.sentence.exit": "Größter Abgang: „{outcome}“ nach „{stage}“, {count} ({share} der erstellten).",

  "split.title.market": "Trichter nach Kundenmarkt",
  "split.title.partner": "Trichter nach Partnermarkt",
  "split.title.size": "Trichter nach Unternehmensgröße",
  "split.title.period": "Trichter nach Zeitraum",
  "split.subtitle":
    "Empfehlungen, {basis} {period}. Alle Trichter im gleichen Maßstab; die dünne Linie zeigt die Gesamtquote, das Band das 95-%-Konfidenzintervall",
  "split.subtitle.period":
    "Empfehlungen, {basis} {period}, nach {grain, select, day {Tag} week {Woche} month {Monat} quarter {Quartal} other {Jahr}}. Alle Trichter im gleichen Maßstab; die dünne Linie zeigt die Gesamtquote, das Band das 95-%-Konfidenzintervall",
  "split.by": "Aufschlüsselung",
  "split.by.market": "nach Kundenmarkt",
  "split.by.partner": "nach Partnermarkt",
  "split.by.size": "nach Unternehmensgröße",
  "split.by.period": "nach Zeitraum",
  "split.part": "Segment",
  "split.acceptance": "Annahmequote",
  "split.win": "Gewinnquote",
  "split.open": "Noch offen",
  "split.range": "{low} bis {high}",
  "split.other": "Sonstige",
  "split.otherOf": "Sonstige ({count})",
  "split.all": "Alle",
  "split.members": "{count, plural, one {Enthält # Segment} other {Enthält # Segmente}}",
  "split.sentence":
    "Die Annahmequote ist am höchsten für {high} ({highRate}) und am niedrigsten für {low} ({lowRate}); insgesamt beträgt sie {all}. Ohne kleine Basen.",
  "split.sentence.few": "Die Annahmequote unterscheidet sich zwischen ausreichend großen Segmenten nicht.",

  "versus.title": "Direkter Vergleich",
  "versus.subtitle": "{a} im Vergleich zu {b}",
  "versus.with": "Vergleichen mit",
  "versus.with.previous-period": "Vorheriger Zeitraum",
  "versus.with.last-year": "Vorjahreszeitraum",
  "versus.with.none": "Kein Vergleich",
  "versus.group.market": "Kundenmarkt",
  "versus.group.partner": "Partnermarkt",
  "versus.group.size": "Unternehmensgröße",
  "versus.here": "Aktuelle Auswahl, {period}",
  "versus.rival.market": "{name}, {period}",
  "versus.rival.partner": "Partner in {name}, {period}",
  "versus.rival.size": "{name}, {period}",
  "versus.nothing": "Wählen Sie oben einen Vergleich aus.",
  "versus.change": "Veränderung",
  "versus.interval": "95-%-KI, {name}",
  "versus.created": "Erstellt",
  "versus.acknowledged": "Bestätigt",
  "versus.accepted": "Angenommen",
  "versus.won": "Gewonnen",
  "versus.exits": "Ausgeschieden",
  "versus.open": "Noch offen",
  "versus.acceptance": "Annahmequote",
  "versus.win": "Gewinnquote",
  "versus.close": "Abschlussquote",
  "versus.sentence": "Im Vergleich zu {b}: erstellt {created}, Annahmequote {acceptance}, Gewinnquote {win}.",
  "versus.cut": "Der aktuelle Zeitraum läuft noch, daher zählen in beiden nur die bisher vergangenen Tage.",
  "versus.nothingPassed":
    "Der Zeitraum hat gerade erst begonnen. Beide werden vollständig angezeigt; die Veränderungen sind daher noch nicht aussagekräftig.",
  "versus.part": "Die zweite Auswahl ist Teil der ersten oder mit ihr identisch.",
  "versus.begins": "Die Daten beginnen mit {month}, nach dem Beginn des Vergleichszeitraums.",
  "versus.open.sentence":
    "{a} der ersten und {b} der zweiten Auswahl sind noch offen und können noch angenommen oder gewonnen werden.",

  "cohorts.title": "Konversion nach Kohorte",
  "cohorts.subtitle":
    "Empfehlungen, erstellt {period}, nach {grain, select, day {Tag} week {Woche (ab Montag)} month {Monat} quarter {Quartal} other {Jahr}} der Erstellung, mit bisherigem Fortschritt; Bänder zeigen 95-%-Konfidenzintervalle",
  "cohorts.key.acceptance": "Annahmequote",
  "cohorts.key.win": "Gewinnquote",
  "cohorts.key.open": "noch offen, Anteil der erstellten",
  "cohorts.key.unfinished": "vorläufig: kann sich noch ändern",
  "cohorts.columns": "Kohorten",
  "cohorts.read": "Annahmequote {acceptance}, Gewinnquote {win}.",
  "cohorts.read.unfinished": "Annahmequote {acceptance}, Gewinnquote {win}, vorläufig.",
  "cohorts.hint":
    "Mit den Pfeiltasten wechseln Sie die Kohorte. Klick oder Eingabetaste zeigt nur diese Kohorte; durch Ziehen oder mit Umschalt wählen Sie mehrere.",
  "cohorts.finished": "endgültig",
  "cohorts.stillOpen": "vorläufig: {open, plural, one {# noch offen} other {# noch offen}}",
  "cohorts.bucket":
    "vorläufig: {covered} von {days} Tagen, {open, plural, =0 {keine mehr offen} one {# noch offen} other {# noch offen}}",
  "cohorts.cohort": "Kohorte",
  "split.acceptanceInterval": "95-%-KI Annahme",
  "split.winInterval": "95-%-KI Gewinn",
  "cohorts.sentence":
    "{finished} von {all} Kohorten sind endgültig. Ihre Annahmequote reicht von {low} ({lowBucket}) bis {high} ({highBucket}). Ohne kleine Basen.",
  "cohorts.sentence.few":
    "{finished, plural, =0 {Keine der {all} Kohorten ist endgültig} one {Eine der {all} Kohorten ist endgültig} other {# der {all} Kohorten sind endgültig}}. In den übrigen sind Empfehlungen noch offen oder kommen noch hinzu; ihre Quoten können sich daher ändern.",
} as const satisfies Record<keyof typeof FUNNEL_EN, string>;
