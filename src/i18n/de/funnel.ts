import type { FUNNEL_EN } from "../en/funnel.ts";

/** Words of the Funnel view. */
export const FUNNEL_DE = {
  "flow.title": "Von erstellt bis gewonnen",
  "flow.ofBefore": "{share} der Stufe davor",
  "flow.ofCreated": "{share} der erstellten",
  "flow.implied": "erschlossen",
  "flow.equation": "Erstellt = gewonnen + Abgänge + noch offen",
  "flow.sentence":
    "Von {count, plural, one {# Empfehlung} other {# Empfehlungen}} wurden {accepted} angenommen und {won} gewonnen; {open} sind noch offen.",
  "flow.sentence.exit":
    "Der größte Abgang ist nach „{stage}“, als „{outcome}“: {count}, {share} der erstellten.",

  "split.title.market": "Trichter nach Kundenmarkt",
  "split.title.partner": "Trichter nach Partnermarkt",
  "split.title.size": "Trichter nach Organisationsgröße",
  "split.title.period": "Trichter nach Zeitraum",
  "split.subtitle":
    "Empfehlungen, {basis} {period}; alle Trichter in einem Maßstab. Die dünne Linie zeigt die Quote aller, das Band das 95-%-Intervall",
  "split.subtitle.period":
    "Empfehlungen, {basis} {period}, nach {grain, select, day {Tag} week {Woche} month {Monat} quarter {Quartal} other {Jahr}}; alle Trichter in einem Maßstab. Die dünne Linie zeigt die Quote aller, das Band das 95-%-Intervall",
  "split.by": "Aufschlüsseln",
  "split.by.market": "nach Kundenmarkt",
  "split.by.partner": "nach Partnermarkt",
  "split.by.size": "nach Organisationsgröße",
  "split.by.period": "nach Zeitraum",
  "split.part": "Teil",
  "split.acceptance": "Annahme",
  "split.win": "Gewinnquote",
  "split.open": "Noch offen",
  "split.range": "{low} bis {high}",
  "split.other": "Übrige",
  "split.otherOf": "Übrige ({count})",
  "split.all": "Alle",
  "split.members": "{count, plural, one {Inhalt: # Teil} other {Inhalt: # Teile}}",
  "split.sentence":
    "Die Annahme ist am höchsten bei {high} ({highRate}) und am niedrigsten bei {low} ({lowRate}), kleine Basen ausgenommen; insgesamt ist sie {all}.",
  "split.sentence.few":
    "Die Annahme zeigt zwischen Teilen, die groß genug zum Vergleichen sind, keinen Unterschied.",

  "versus.title": "Zwei Auswahlen im Vergleich",
  "versus.subtitle": "{a} gegenüber {b}",
  "versus.with": "Vergleichen mit",
  "versus.with.previous-period": "dem Zeitraum davor",
  "versus.with.last-year": "denselben Tagen im Vorjahr",
  "versus.with.none": "nichts",
  "versus.group.market": "Kundenmarkt",
  "versus.group.partner": "Partnermarkt",
  "versus.group.size": "Organisationsgröße",
  "versus.here": "Diese Auswahl, {period}",
  "versus.rival.market": "{name}, {period}",
  "versus.rival.partner": "Partner in {name}, {period}",
  "versus.rival.size": "{name}, {period}",
  "versus.nothing": "Wählen Sie oben, womit diese Auswahl verglichen wird.",
  "versus.change": "Änderung",
  "versus.interval": "95-%-Intervall, {name}",
  "versus.created": "Erstellt",
  "versus.acknowledged": "Bestätigt",
  "versus.accepted": "Angenommen",
  "versus.won": "Gewonnen",
  "versus.exits": "Ausgeschieden",
  "versus.open": "Noch offen",
  "versus.acceptance": "Annahmequote",
  "versus.win": "Gewinnquote",
  "versus.close": "Abschlussquote",
  "versus.sentence": "Gegenüber {b}: erstellt {created}, Annahme {acceptance}, Gewinnquote {win}.",
  "versus.cut": "Der Zeitraum läuft noch, daher enden beide mit den vergangenen Tagen.",
  "versus.nothingPassed":
    "Noch kein Tag des Zeitraums ist vergangen: Beide sind ganz gezeigt, ihre Änderungen besagen noch nichts.",
  "versus.part": "Die zweite ist ein Teil der ersten oder dieselbe.",
  "versus.begins": "Die Daten beginnen erst mit {month}, später als die Vergleichstage.",
  "versus.open.sentence":
    "{a} der ersten und {b} der zweiten sind noch offen und können noch angenommen oder gewonnen werden.",

  "cohorts.title": "Konversion nach Erstellungskohorte",
  "cohorts.subtitle":
    "Empfehlungen, erstellt {period}, nach {grain, select, day {Tag} week {Woche (ab Montag)} month {Monat} quarter {Quartal} other {Jahr}} der Erstellung, so weit sie bisher gekommen sind; Bänder sind 95-%-Intervalle",
  "cohorts.key.acceptance": "Annahmequote",
  "cohorts.key.win": "Gewinnquote",
  "cohorts.key.open": "noch offen, Anteil der erstellten",
  "cohorts.key.unfinished": "unvollendet: kann sich noch ändern",
  "cohorts.columns": "Kohorten",
  "cohorts.column": "{bucket}: Annahme {acceptance}, Gewinnquote {win}",
  "cohorts.column.unfinished": "{bucket}: Annahme {acceptance}, Gewinnquote {win}, unvollendet",
  "cohorts.hint":
    "Zeigen Sie auf eine Kohorte, oder gehen Sie mit den Pfeiltasten von einer zur nächsten. Ein Klick oder die Eingabetaste zeigt sie allein.",
  "cohorts.finished": "abgeschlossen",
  "cohorts.stillOpen": "unvollendet: {open, plural, one {# ist} other {# sind}} noch offen",
  "cohorts.bucket":
    "unvollendet: {covered} von {days} Tagen, {open, plural, =0 {keine mehr offen} one {# noch offen} other {# noch offen}}",
  "cohorts.cohort": "Kohorte",
  "split.acceptanceInterval": "Annahme, 95-%-Intervall",
  "split.winInterval": "Gewinnquote, 95-%-Intervall",
  "cohorts.sentence":
    "{finished} von {all} Kohorten sind abgeschlossen. Unter ihnen liegt die Annahme zwischen {low} ({lowBucket}) und {high} ({highBucket}), kleine Basen ausgenommen.",
  "cohorts.sentence.few":
    "{finished, plural, =0 {Keine der {all} Kohorten ist abgeschlossen} one {Eine der {all} Kohorten ist abgeschlossen} other {# der {all} Kohorten sind abgeschlossen}}: Von den anderen sind manche Empfehlungen noch offen oder kommen noch, sodass sich ihre Quoten ändern können.",
} as const satisfies Record<keyof typeof FUNNEL_EN, string>;
