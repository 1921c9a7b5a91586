import type { ROUTINE_EN } from "../en/routine.ts";
import { PACK_DE } from "./pack.ts";
import { WATCH_DE } from "./watch.ts";

export const ROUTINE_DE: Record<keyof typeof ROUTINE_EN, string> = {
  ...PACK_DE,
  ...WATCH_DE,
  "since.title": "Seit Ihrem letzten Besuch",
  "since.visit": "Seit Ihrem letzten Besuch (Daten von {time} UTC)",
  "since.ahead":
    "Die Daten sind älter als die, die Sie zuletzt gesehen haben ({time} UTC). Wählen Sie einen Tag, ab dem gezählt wird.",
  "since.first": "Ab Ihrem nächsten Besuch sehen Sie hier, was seit dem letzten geschehen ist.",
  "since.reset":
    "Ihr letzter Besuch liegt in der Zukunft, weil die Uhr dieses Geräts zurückgestellt wurde, und kein früherer ist bekannt. Wählen Sie einen Tag, ab dem gezählt wird.",
  "since.visitReset":
    "Ihr letzter Besuch liegt in der Zukunft, weil die Uhr dieses Geräts zurückgestellt wurde. Stattdessen zählt dies seit dem Besuch davor (Daten von {time} UTC)",
  "since.notKept": "Dieser Browser merkt sich Ihre Besuche nicht: Er blockiert den Speicher für diese Seite.",
  "since.day": "Seit {day}",
  "since.created": "erstellt",
  "since.accepted": "angenommen",
  "since.won": "gewonnen",
  "since.lost": "verloren",
  "since.expired": "abgelaufen",
  "since.between": "zwischen {low} und {high}",
  "since.imprecise":
    "Von einigen Ereignissen ist nur bekannt, zwischen welchen Importen sie liegen; sie zählen in der Mitte dieser Zeit. Neben einer Zahl steht, wie klein und wie groß sie sein kann.",
  "since.changed":
    "{count, plural, =0 {Kein Ergebnis hat sich geändert.} one {# Ergebnis hat sich geändert:} other {# Ergebnisse haben sich geändert:}}",
  "since.change": "{from} → {to}",
  "since.more": "{count, plural, one {und # weitere Änderung} other {und # weitere Änderungen}}",
  "since.changes": "Geänderte Ergebnisse",
  "since.from": "Vorher",
  "since.to": "Jetzt",
  "since.earlier": "Einen Besuch früher",
  "since.last": "Seit dem letzten Besuch",
  "since.choose": "Tag wählen",
  "since.firstDay": "Erster Tag",
  "unreadable.visits":
    "Die auf diesem Gerät gespeicherten Besuche sind nicht lesbar. Sie bleiben unverändert, und kein neuer Besuch kommt hinzu, bis Sie sie verwerfen. Wählen Sie einen Tag, ab dem gezählt wird.",
  "unreadable.watch":
    "Die auf diesem Gerät gespeicherten Regeln sind nicht lesbar, daher wird keine beurteilt. Sie bleiben unverändert, bis Sie sie verwerfen, eine Regel schreiben oder Regeln importieren.",
  "unreadable.targets":
    "Die auf diesem Gerät gespeicherten Ziele sind nicht lesbar, daher wird keines angezeigt. Sie bleiben unverändert, bis Sie sie verwerfen, ein Ziel hinzufügen oder Ziele importieren.",
  "unreadable.notes":
    "Die auf diesem Gerät gespeicherten Notizen sind nicht lesbar, daher wird keine angezeigt. Sie bleiben unverändert, bis Sie sie verwerfen, eine Notiz hinzufügen oder Notizen importieren.",
  "toDo.title": "Heute zu tun",
  "toDo.subtitle": "Alle Zeiträume, das Dringendste zuerst. Filter gelten",
  "toDo.notYet": "Die Liste wird geladen, sobald Sie hier sind.",
  "toDo.start": "Liste laden",
  "toDo.none": "Nichts zu tun.",
  "toDo.count.due": "innerhalb von 24 Stunden zu beantworten",
  "toDo.count.overdue": "überfällig",
  "toDo.count.expiring": "kurz vor dem Ablauf",
  "toDo.count.expired": "über 14 Tage",
  "toDo.count.pastClose": "über den erwarteten Abschluss hinaus",
  "toDo.count.silent": "angenommen, ohne Fortschritt",
  "toDo.kind.due": "Antwort fällig",
  "toDo.kind.overdue": "Überfällig",
  "toDo.kind.expiring": "Kurz vor Ablauf",
  "toDo.kind.expired": "Über 14 Tage",
  "toDo.kind.pastClose": "Abschluss überfällig",
  "toDo.kind.silent": "Ohne Fortschritt",
  "toDo.reason.due": "Innerhalb von {left} beantworten",
  "toDo.reason.overdue": "Wartet seit {age}, läuft in {left} ab",
  "toDo.reason.expiring": "Läuft in {left} ab, wartet seit {age}",
  "toDo.reason.expired": "Wartet seit {age}, länger als die 14 Tage",
  "toDo.reason.pastClose": "Der erwartete Abschluss am {day} ist vorbei",
  "toDo.reason.silent": "Vor {age} angenommen; drei Viertel der gewonnenen brauchten höchstens {usual}",
  "toDo.reason": "Grund",
  "toDo.kind": "Dringlichkeit",
  "toDo.since": "Seit (UTC)",
  "toDo.deadline": "Frist (UTC)",
  "toDo.showAll": "{count, plural, one {# weitere anzeigen} other {# weitere anzeigen}}",
  "toDo.more": "{count, plural, one {# weitere steht im Export.} other {# weitere stehen im Export.}}",
  "toDo.left":
    "{count, plural, one {# weniger dringende ist nicht geladen.} other {# weniger dringende sind nicht geladen.}}",
  "toDo.loadAll": "Alle laden",
  "toDo.undated":
    "{count, plural, one {# offene Empfehlung ohne das Datum, nach dem sie beurteilt wird, steht nicht in der Liste.} other {# offene Empfehlungen ohne das Datum, nach dem sie beurteilt werden, stehen nicht in der Liste.}}",
  "toDo.unusual":
    "Keine übliche Dauer bekannt: In den letzten 24 Monaten hat keine gewonnene Empfehlung ein Datum für Annahme und Gewinn. „Ohne Fortschritt“ lässt sich daher nicht beurteilen.",
  "toDo.calendar": "Kalenderdatei",
  "toDo.calendar.name": "Fristen der Empfehlungen",
  "toDo.calendar.due": "Beantworten: {customer} ({market})",
  "toDo.calendar.overdue": "Läuft ab: {customer} ({market})",
  "toDo.saved": "Gespeichert als {name}.",
  "partnerCenter.title": "So zählt Partner Center",
  "partnerCenter.about":
    "Die Insights-Seiten von Partner Center rechnen mit anderen Formeln. Hier stehen beide, Zeile für Zeile.",
  "partnerCenter.show": "Zahlen von Partner Center anzeigen",
  "partnerCenter.hide": "Zahlen von Partner Center ausblenden",
  "partnerCenter.formulas": "Kennzahlen nach beiden Formeln",
  "partnerCenter.ours": "Hier",
  "partnerCenter.theirs": "In Partner Center",
  "partnerCenter.reason": "Grund des Unterschieds",
  "partnerCenter.win": "Gewinnquote der Leads",
  "partnerCenter.win.reason":
    "Hier gewonnen ÷ erstellt, damit abgelehnte und abgelaufene Empfehlungen zählen. Partner Center: gewonnen ÷ angenommen.",
  "partnerCenter.coSell": "Gewinnquote der Co-Sell-Deals",
  "partnerCenter.coSell.reason":
    "Partner Center: gewonnen ÷ (angenommen + ausgehend). Diese Daten sagen nicht, welche Empfehlungen Co-Sell-Deals oder ausgehend sind.",
  "partnerCenter.coSell.known":
    "Hier gewonnen ÷ erstellt, über Co-Sell-, partnergeführte und private Deals. Partner Center: gewonnen ÷ (angenommen + ausgehend), ohne private Deals.",
  "partnerCenter.change": "Veränderung der Empfehlungen",
  "partnerCenter.change.reason":
    "Hier der ganze Zeitraum gegen den Vergleichszeitraum. Partner Center braucht zwei volle Monate im Zeitraum.",
  "partnerCenter.change.months":
    "Hier der ganze Zeitraum gegen den Vergleichszeitraum. Partner Center vergleicht den letzten vollen Monat des Zeitraums ({last}) mit dem ersten ({first}).",
  "partnerCenter.solutions": "Deals mit zwei Lösungen",
  "partnerCenter.solutions.reason":
    "Hier zählt eine Empfehlung einmal. Partner Center zählt sie in der Zeile jeder Lösung.",
  "partnerCenter.private": "Private Deals",
  "partnerCenter.private.reason":
    "Hier zählt jede Empfehlung der Daten. Partner Center blendet private Deals aus, solange sie nicht gewählt sind.",
  "partnerCenter.errors": "Als Fehler geschlossene Deals",
  "partnerCenter.errors.reason": "Partner Center zeigt sie nirgends. Diese Daten kennzeichnen sie nicht.",
  "partnerCenter.acceptance": "Annahmezeit in den Gruppen von Partner Center (ganze Tage)",
  "partnerCenter.days": "Tage",
  "partnerCenter.over": "Über {days}",
  "partnerCenter.errors.known":
    "Hier zählen sie als erstellt, mit unbekanntem Status. Partner Center zeigt sie nirgends.",
  "notes.none": "Noch keine Notizen. Fügen Sie eine hinzu: Sie erscheint in jedem Zeitdiagramm.",
  "notes.text": "Notiz",
  "notes.from": "Erster Tag",
  "notes.to": "Letzter Tag",
  "notes.add": "Notiz hinzufügen",
  "notes.save": "Notiz speichern",
  "notes.cancel": "Abbrechen",
  "notes.edit": "Bearbeiten",
  "notes.editName": "Notiz bearbeiten: {note}",
  "notes.remove": "Entfernen",
  "notes.removeName": "Notiz entfernen: {note}",
  "notes.place": "Notizen bleiben auf diesem Gerät. Links enthalten sie nicht.",
  "notes.export": "Als Datei exportieren",
  "notes.import": "Datei importieren",
  "notes.imported":
    "{count, plural, =0 {„{file}“ enthält keine neuen Notizen.} one {# Notiz importiert.} other {# Notizen importiert.}}",
  "notes.notKept":
    "Ihr Browser lässt für diese Seite keinen Speicher zu. Notizen gehen beim Schließen verloren.",
  "notes.full": "Es sind höchstens 500 Notizen möglich. Entfernen Sie zuerst einige.",
  "notes.incomplete":
    "Geben Sie eine Notiz und ihre Tage ein; der letzte Tag darf nicht vor dem ersten liegen.",
  "notes.fault.json":
    "„{file}“ ist keine Notizliste in JSON. Wählen Sie eine mit „Als Datei exportieren“ erstellte Datei.",
  "notes.fault.version": "„{file}“ hat eine andere Formatversion als 1. Es wurde nichts importiert.",
  "notes.fault.from":
    "Der erste Tag von Notiz {place} in „{file}“ muss ein Tag wie 2026-03-01 sein. Es wurde nichts importiert.",
  "notes.fault.to":
    "Der letzte Tag von Notiz {place} in „{file}“ muss ein Tag wie 2026-03-01 sein. Es wurde nichts importiert.",
  "notes.fault.order": "Notiz {place} in „{file}“ endet vor ihrem Beginn. Es wurde nichts importiert.",
  "notes.fault.text":
    "Notiz {place} in „{file}“ braucht einen Text mit höchstens 200 Zeichen. Es wurde nichts importiert.",
  "notes.fault.note":
    "Eintrag {place} in „{file}“ ist keine Notiz mit „from“ und „text“. Es wurde nichts importiert.",
  "notes.fault.many": "„{file}“ enthält mehr als 500 Notizen. Es wurde nichts importiert.",
  "targets.programName": "Partnerprogramm",
  "targets.program": "Programm",
  "targets.market": "Kundenmarkt",
  "targets.size": "Unternehmensgröße",
  "targets.all": "Alle",
  "targets.titleOf": "Ziele: {program}",
  "targets.noPrograms":
    "Diese Daten nennen das Programm einer Empfehlung nicht; Ziele für „{program}“ lassen sich daher nicht beurteilen. Öffnen Sie einen Leads- oder Co-Sell-Download mit Programm.",
  "targets.givenFaults":
    "Einige Ziele dieser Installation sind fehlerhaft und bleiben außen vor. Informieren Sie ihre Betreiber:",
  "targets.notKept":
    "Ihr Browser lässt für diese Seite keinen Speicher zu. Ziele gehen beim Schließen verloren.",
  "targets.unknown.market":
    "Weder eine Empfehlung noch ein Land hat den Code {name}. Prüfen Sie den Markt des Ziels.",
  "targets.unknown.program":
    "Keine Empfehlung gehört zum Programm „{name}“. Prüfen Sie das Programm des Ziels.",
  "targets.fault.list":
    "Das ist keine Liste von Zielen in JSON. Exportieren Sie eine Liste, um zu sehen, wie sie aussieht.",
  "targets.fault.entry": "Ziel {place} ist kein Objekt mit name, figure, bound und percent.",
  "targets.fault.size":
    "Die Unternehmensgröße von Ziel {place} muss ein Text mit höchstens 80 Zeichen sein, wie in den Daten.",
  "targets.fault.program":
    "Das Programm von Ziel {place} muss ein Text mit höchstens 80 Zeichen sein, wie in den Daten.",
  "targets.subtitle":
    "Die Auswahl im Vergleich mit den Zielen dieser Installation und Ihren eigenen, die auf diesem Gerät bleiben",
  "targets.title": "Ziele",
  "targets.none": "Noch keine Ziele.",
  "targets.usePrograms": "Programmziele von Microsoft vom März 2023 übernehmen",
  "targets.programSource": "Partnerprogramme von Microsoft",
  "targets.import": "Importieren",
  "targets.export": "Exportieren",
  "targets.add": "Ziel hinzufügen",
  "targets.remove": "Entfernen",
  "targets.removeName": "Ziel entfernen: {name}",
  "targets.figure.acceptance": "Annahmequote",
  "targets.figure.win": "Gewinnquote",
  "targets.figure.close": "Abschlussquote",
  "targets.figure.expired": "Anteil abgelaufen",
  "targets.figure.closed": "Binnen {days} Tagen beendet",
  "targets.bound": "Soll",
  "targets.bound.atLeast": "mindestens",
  "targets.bound.under": "unter",
  "targets.name": "Bezeichnung",
  "targets.percent": "Wert in Prozent",
  "targets.days": "Tage nach Erstellung",
  "targets.source": "Quelle",
  "targets.month": "Monat (JJJJ-MM)",
  "targets.target": "Ziel",
  "targets.now": "Jetzt",
  "targets.distance": "Abstand in Punkten",
  "targets.missing": "Empfehlungen zu wenig oder zu viel",
  "targets.state": "Stand",
  "targets.state.absent": "Keine Empfehlungen, aus denen es sich berechnen lässt",
  "targets.state.waiting": "Braucht einzelne Empfehlungen; sie werden geladen",
  "targets.unplaced":
    "{count, plural, one {# Empfehlung ohne die nötigen Daten ist ausgelassen.} other {# Empfehlungen ohne die nötigen Daten sind ausgelassen.}}",
  "targets.state.safe": "Erreicht, was auch immer aus den offenen wird",
  "targets.state.met":
    "Erreicht, doch {open, plural, one {# offene kann} other {# offene können}} das noch ändern",
  "targets.state.reachable":
    "Nicht erreicht; {open, plural, one {# offene kann} other {# offene können}} es noch bringen",
  "targets.state.missed":
    "Verfehlt; {open, plural, one {# offene kann} other {# offene können}} das nicht mehr ändern",
  "targets.fault.many": "Es sind höchstens 50 Ziele möglich. Entfernen Sie zuerst einige.",
  "targets.fault.name": "Ziel {place} braucht eine Bezeichnung von höchstens 80 Zeichen.",
  "targets.fault.figure":
    "Ziel {place} nennt eine unbekannte Kennzahl. Möglich sind acceptance, win, close, expired und closed.",
  "targets.fault.bound": "Ziel {place} muss „atLeast“ oder „under“ nennen.",
  "targets.fault.percent": "Der Wert von Ziel {place} muss über 0 und höchstens 100 Prozent sein.",
  "targets.fault.days": "Ziel {place}: Nur „closed“ hat Tage nach Erstellung, 1 bis 3660.",
  "targets.fault.market": "Der Markt von Ziel {place} muss ein Code wie US sein.",
  "targets.fault.source": "Die Quelle von Ziel {place} darf höchstens 200 Zeichen haben.",
  "targets.fault.month": "Der Monat von Ziel {place} muss wie 2023-03 geschrieben sein.",
};
