import type { COMMON_EN } from "../en/common.ts";

/*
 * Glossary, for all German files. Readers are addressed with Sie; quotes are „ “.
 * referral Empfehlung · customer, partner market Kundenmarkt, Partnermarkt · organisation size Organisationsgröße
 * created erstellt · acknowledged bestätigt · accepted angenommen · won gewonnen · lost verloren · declined abgelehnt
 * skipped übersprungen · expired abgelaufen · missed verpasst · archived archiviert · closed geschlossen
 * open offen · overdue überfällig · outcome Ergebnis · stage Stufe · funnel Trichter · exit Abgang · to leave ausscheiden
 * acceptance, win, close rate Annahme-, Gewinn-, Abschlussquote · share Anteil · base Basis · few wenige
 * interval Intervall · median Median · percentile Perzentil · moving mean gleitender Mittelwert · points Punkte
 * period Zeitraum · bucket Abschnitt · grain Raster · unfinished unvollendet · finished abgeschlossen · cohort Kohorte
 * implied erschlossen · domestic im selben Markt · routing Zuweisung · limit Frist · data quality Datenqualität
 * complete vollständig · panel Bereich · view Ansicht · selection Auswahl · sign in anmelden · request Anfrage
 */

/** Words that several views share. */
export const COMMON_DE = {
  "control.selection": "Auswahl",
  "control.period": "Zeitraum",
  "control.period.all": "Gesamte Zeit",
  "control.period.months": "{months, plural, one {Dieser Monat} other {# Monate}}",
  "control.period.year": "Dieses Jahr",
  "control.period.from": "Von",
  "control.period.to": "Bis einschließlich",
  "control.period.apply": "Anwenden",
  "control.period.order": "Der erste Tag liegt nach dem letzten.",
  "control.period.incomplete": "Beide Tage werden gebraucht.",
  "control.period.utc": "Ganze Tage in UTC.",
  "control.markets": "Kundenmarkt",
  "control.markets.all": "Alle Kundenmärkte",
  "control.markets.some": "{count, plural, one {# Markt} other {# Märkte}}",
  "control.markets.counts": "Empfehlungen der gesamten Zeit",
  "control.search": "Suchen",
  "control.none": "Nichts hat diesen Namen oder Code.",
  "control.further":
    "{count, plural, one {# weiterer: nach Name oder Code suchen} other {# weitere: nach Name oder Code suchen}}",
  "control.all": "Alle",
  "control.locked": "von der umgebenden Seite festgelegt",
  "control.remove": "{name} entfernen",
  "control.more": "Weitere Filter",
  "control.more.value":
    "{count, plural, =0 {Weitere Filter} one {# weiterer Filter} other {# weitere Filter}}",
  "control.outcomes": "Ergebnis",
  "control.partners": "Partnermarkt",
  "control.sizes": "Organisationsgröße",
  "control.compare": "Verglichen mit",
  "control.compare.previous-period": "dem Zeitraum davor",
  "control.compare.last-year": "denselben Tagen im Vorjahr",
  "control.compare.none": "nichts",
  "control.basis": "Nach Datum",
  "control.period.by": "{period}, nach Datum „{basis}“",
  "control.period.quarter": "Dieses Quartal",
  "control.period.fiscal": "Geschäftsjahr",
  "control.period.fiscalStart": "Geschäftsjahr beginnt im",
  "control.undo": "Rückgängig",
  "control.redo": "Wiederholen",
  "control.grain": "Raster",
  "control.grain.auto": "Automatisch ({grain})",
  "control.clearAll": "Filter löschen",
  "control.by": "Aufteilen",

  "by.market": "nach Kundenmarkt",
  "by.partner": "nach Partnermarkt",
  "by.size": "nach Organisationsgröße",
  "by.outcome": "nach Ergebnis",

  "size.range": "{low}–{high} Beschäftigte",
  "size.from": "{low} oder mehr Beschäftigte",
  "size.none": "Keine Größe",

  "grain.day": "Tag",
  "grain.week": "Woche",
  "grain.month": "Monat",
  "grain.quarter": "Quartal",
  "grain.year": "Jahr",

  "notice.title": "Ein Teil der Adresse ließ sich nicht verwenden.",
  "notice.value": "„{value}“ passt nicht zu „{parameter}“; stattdessen gilt die Vorgabe.",
  "notice.order": "„from“ liegt nach „to“; stattdessen gilt der übliche Zeitraum.",
  "notice.grain": "„{value}“ ergäbe mehr als {most} Punkte; stattdessen gilt ein gröberes Raster.",
  "notice.tooLong": "Die Adresse ist länger als {most} Zeichen; nur ihr Anfang wurde gelesen.",
  "notice.dismiss": "Ausblenden",

  "trust.complete": "Vollständig",
  "trust.incomplete": "Unvollständig: {counted} von {total}",
  "trust.moved": "Die Daten änderten sich beim Lesen: {counted} gezählt, {total} erwartet",
  "trust.unknown": "Vollständigkeit unbekannt",
  "trust.checking": "Vollständigkeit wird geprüft",
  "trust.referrals": "{count, plural, one {# Empfehlung} other {# Empfehlungen}}",
  "trust.referralsOf": "{count} von {total} Empfehlungen",
  "trust.dataTime": "Daten vom {time} UTC",
  "trust.undated":
    "{count, plural, one {# ohne Erstelldatum liegt} other {# ohne Erstelldatum liegen}} außerhalb jedes Zeitraums",
  "trust.notRenewed": "nicht erneuert; die Zahlen sind von diesem Zeitpunkt",
  "trust.sample": "Beispieldaten, erfunden",
  "trust.file": "Aus {name}",
  "trust.updating": "Wird aktualisiert",
  "trust.refresh": "Aktualisieren",

  "stage.created": "Erstellt",
  "stage.acknowledged": "Bestätigt",
  "stage.accepted": "Angenommen",
  "stage.won": "Gewonnen",

  "outcome.won": "Gewonnen",
  "outcome.lost": "Verloren",
  "outcome.declined": "Abgelehnt",
  "outcome.skipped": "Übersprungen",
  "outcome.expired": "Abgelaufen",
  "outcome.missed": "Verpasst",
  "outcome.closed-unknown": "Geschlossen, Grund unbekannt",
  "outcome.unrecognised": "Unbekannter Status",
  "outcome.open-new": "Offen, neu",
  "outcome.open-acknowledged": "Offen, bestätigt",
  "outcome.open-accepted": "Offen, angenommen",
  "outcome.stillOpen": "noch offen",

  "market.none": "Kein Markt",

  "empty.period": "Keine Empfehlung hat ein Datum „{basis}“ im Zeitraum {period}.",
  "empty.filter": "Keine Empfehlung im Zeitraum {period} passt zu den Filtern.",
  "empty.data": "Die Daten enthalten keine Empfehlung.",
  "empty.allTime": "Gesamte Zeit zeigen",
  "empty.clear": "Filter löschen",

  "gate.waiting": "Der Dienst kann gerade nicht antworten. Die Seite fragt um {time} UTC erneut.",
  "gate.offline": "Es besteht keine Netzwerkverbindung. Es geht weiter, sobald sie wieder da ist.",

  "basis.created": "erstellt",
  "basis.acknowledged": "bestätigt",
  "basis.accepted": "angenommen",
  "basis.won": "gewonnen",
  "basis.lost": "verloren",
  "basis.declined": "abgelehnt",
  "basis.skipped": "übersprungen",
  "basis.expired": "abgelaufen",
  "basis.missed": "verpasst",
  "basis.archived": "archiviert",

  "basis.created.did": "Erstellt",
  "basis.acknowledged.did": "Bestätigt",
  "basis.accepted.did": "Angenommen",
  "basis.won.did": "Gewonnen",
  "basis.lost.did": "Verloren",
  "basis.declined.did": "Abgelehnt",
  "basis.skipped.did": "Übersprungen",
  "basis.expired.did": "Abgelaufen",
  "basis.missed.did": "Verpasst",
  "basis.archived.did": "Archiviert",

  "key.few": "wenige",
  "key.fewTitle": "Weniger als 30 Empfehlungen",
  "key.noBase": "Nichts, wodurch zu teilen wäre",
  "key.rateOf": "{part} von {base}",
  "key.interval": "95-%-Intervall {low} bis {high}",
  "change.points": "{points} Punkte",
  "change.before": "zuvor {before}",
  "change.ranges": "{period} gegenüber {comparison}.",
  "change.cut":
    "{period} gegenüber {comparison}: Der Zeitraum läuft noch, beide enden mit den vergangenen Tagen.",
  "change.failed": "Der Vergleich konnte nicht geladen werden.",
  "change.nothingPassed": "Noch kein Tag des Zeitraums ist vergangen: nichts zu vergleichen.",
  "change.noData": "Nicht mit {comparison} verglichen: Die Daten beginnen erst mit {begins}.",
  "chip.partner": "Partner in {market}",
  "filter.only": "Nur {name} zeigen",
  "filter.release": "Wieder alle zeigen, nicht nur {name}",
  "read.chart": "Diagramm lesen",
  "read.range": "{days} ({count, plural, one {# Tag} other {# Tage}})",
  "read.back": "Einen Abschnitt zurück",
  "read.on": "Einen Abschnitt weiter",
  "read.at": "Bei {bucket}",
  "figure.open": "{count, plural, one {Diese Empfehlung zeigen} other {Diese # Empfehlungen zeigen}}",
  "panel.incomplete": "Unvollständig: {counted} von {total}",
  "panel.moved": "Die Daten änderten sich inzwischen: {counted} gezählt, {total} erwartet",
  "notice.version": "Die Adresse ist von Version „{version}“, die diese Seite noch nicht kennt.",
  "notice.language": "In „{value}“ gibt es noch keine Texte; die Seite spricht stattdessen {language}.",
  "view.nowhere": "Unter dieser Adresse gibt es keine Ansicht.",
  "view.toOverview": "Zur Übersicht",
} as const satisfies Record<keyof typeof COMMON_EN, string>;
