import type { COMMON_EN } from "../en/common.ts";

/*
 * Glossary, for all German files. Readers are addressed with Sie; quotes are „ “.
 * referral Empfehlung · customer, partner market Kundenmarkt, Partnermarkt · organisation size Unternehmensgröße
 * created erstellt · acknowledged bestätigt · accepted angenommen · won gewonnen · lost verloren · declined abgelehnt
 * skipped übersprungen · expired abgelaufen · missed verpasst · archived archiviert · closed geschlossen
 * open offen · overdue überfällig · outcome Ergebnis · stage Phase · funnel Trichter · exit Abgang · to leave ausscheiden
 * acceptance, win, close rate Annahme-, Gewinn-, Abschlussquote · share Anteil · base Basis · few wenige
 * interval Intervall · median Median · percentile Perzentil · moving mean gleitender Mittelwert · points Punkte
 * period Zeitraum · bucket Abschnitt · grain Raster · unfinished unvollendet · finished abgeschlossen · cohort Kohorte
 * implied erschlossen · domestic im selben Markt · routing Zuweisung · limit Frist · data quality Datenqualität
 * complete vollständig · panel Bereich · view Ansicht · selection Auswahl · sign in anmelden · request Anfrage
 */

/** Words that several views share. */
export const COMMON_DE = {
  "control.selection": "Filter",
  "control.period": "Zeitraum",
  "control.period.all": "Gesamter Zeitraum",
  "control.period.months": "{months, plural, one {Dieser Monat} other {Letzte # Monate}}",
  "control.period.year": "Dieses Jahr",
  "control.period.from": "Von",
  "control.period.to": "Bis",
  "control.period.apply": "Anwenden",
  "control.period.order": "Das Enddatum liegt vor dem Startdatum.",
  "control.period.incomplete": "Geben Sie beide Daten ein.",
  "control.period.utc": "Ganze Tage in UTC, beide Daten eingeschlossen.",
  "control.markets": "Kundenmarkt",
  "control.markets.all": "Alle Kundenmärkte",
  "control.markets.some": "{count, plural, one {# Markt} other {# Märkte}}",
  "control.markets.counts": "Empfehlungen, gesamter Zeitraum",
  "control.search": "Suchen",
  "control.none": "Keine Treffer",
  "control.further":
    "{count, plural, one {# weiterer. Suchen Sie nach Name oder Code.} other {# weitere. Suchen Sie nach Name oder Code.}}",
  "control.all": "Alle",
  "control.locked": "vom Portal vorgegeben",
  "control.remove": "{name} entfernen",
  "control.more": "Weitere Filter",
  "control.more.value":
    "{count, plural, =0 {Weitere Filter} one {# weiterer Filter} other {# weitere Filter}}",
  "control.outcomes": "Ergebnis",
  "control.partners": "Partnermarkt",
  "control.sizes": "Unternehmensgröße",
  "control.compare": "Vergleichen mit",
  "control.compare.previous-period": "Vorheriger Zeitraum",
  "control.compare.last-year": "Vorjahreszeitraum",
  "control.compare.none": "Kein Vergleich",
  "control.basis": "Nach Datum",
  "control.period.by": "{period}, nach Datum „{basis}“",
  "control.period.quarter": "Dieses Quartal",
  "control.period.fiscal": "Geschäftsjahr",
  "control.period.fiscalStart": "Beginn des Geschäftsjahrs",
  "control.undo": "Rückgängig",
  "control.redo": "Wiederholen",
  "control.grain": "Intervall",
  "control.grain.auto": "Automatisch ({grain})",
  "control.clearAll": "Filter zurücksetzen",
  "control.by": "Aufschlüsselung",

  "by.market": "nach Kundenmarkt",
  "by.partner": "nach Partnermarkt",
  "by.size": "nach Unternehmensgröße",
  "by.outcome": "nach Ergebnis",

  "size.range": "{low}–{high} Beschäftigte",
  "size.from": "Ab {low} Beschäftigte",
  "size.none": "Keine Größe",

  "grain.day": "Tag",
  "grain.week": "Woche",
  "grain.month": "Monat",
  "grain.quarter": "Quartal",
  "grain.year": "Jahr",

  "notice.title": "Ein Teil dieses Links konnte nicht angewendet werden.",
  "notice.value": "„{value}“ ist für „{parameter}“ ungültig; es gilt der Standardwert.",
  "notice.order": "„from“ liegt nach „to“; es gilt der Standardzeitraum.",
  "notice.grain": "„{value}“ ergäbe mehr als {most} Datenpunkte; es gilt ein längeres Intervall.",
  "notice.tooLong": "Der Link ist länger als {most} Zeichen; der Rest wurde ignoriert.",
  "notice.dismiss": "Ausblenden",

  "trust.complete": "Vollständig",
  "trust.incomplete": "Unvollständig: {counted} von {total}",
  "trust.moved": "Daten während des Ladens geändert: {counted} gezählt, {total} erwartet",
  "trust.unknown": "Vollständigkeit unbekannt",
  "trust.checking": "Vollständigkeit wird geprüft",
  "trust.referrals": "{count, plural, one {# Empfehlung} other {# Empfehlungen}}",
  "trust.referralsOf": "{count} von {total} Empfehlungen",
  "trust.dataTime": "Datenstand: {time} UTC",
  "trust.undated":
    "{count, plural, one {# Empfehlung ohne Erstelldatum, in keinem Zeitraum enthalten} other {# Empfehlungen ohne Erstelldatum, in keinem Zeitraum enthalten}}",
  "trust.notRenewed": "Aktualisierung fehlgeschlagen; angezeigt werden ältere Daten",
  "trust.sample": "Beispieldaten",
  "trust.file": "Quelle: {name}",
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

  "empty.period": "Keine Empfehlungen für {period}, nach Datum „{basis}“.",
  "empty.filter": "Keine Empfehlungen für {period} entsprechen den Filtern.",
  "empty.data": "Es sind noch keine Empfehlungen vorhanden.",
  "empty.allTime": "Gesamten Zeitraum anzeigen",
  "empty.clear": "Filter zurücksetzen",

  "gate.waiting": "Der Dienst ist vorübergehend nicht verfügbar. Nächster Versuch um {time} UTC.",
  "gate.offline": "Sie sind offline. Es geht weiter, sobald die Verbindung wieder besteht.",

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

  "key.few": "kleine Basis",
  "key.fewTitle": "Weniger als 30 Empfehlungen",
  "key.noBase": "Keine Empfehlungen als Berechnungsgrundlage",
  "key.rateOf": "{part} von {base}",
  "key.interval": "95-%-Konfidenzintervall: {low} bis {high}",
  "change.points": "{points} Punkte",
  "change.before": "zuvor {before}",
  "change.ranges": "{period} im Vergleich zu {comparison}.",
  "change.cut":
    "{period} im Vergleich zu {comparison}. Der aktuelle Zeitraum läuft noch, daher zählen in beiden nur die bisher vergangenen Tage.",
  "change.failed": "Der Vergleich konnte nicht geladen werden.",
  "change.nothingPassed": "Noch kein Vergleich möglich: Der Zeitraum hat gerade erst begonnen.",
  "change.noData": "Kein Vergleich mit {comparison}: Die Daten beginnen mit {begins}.",
  "chip.partner": "Partner in {market}",
  "filter.only": "Nur {name} anzeigen",
  "filter.release": "Filter aufheben: {name}",
  "read.chart": "Diagramm erkunden",
  "read.range": "{days} ({count, plural, one {# Tag} other {# Tage}})",
  "read.back": "Vorheriges Intervall",
  "read.on": "Nächstes Intervall",
  "read.at": "Details zu {bucket}",
  "figure.open": "{count, plural, one {# Empfehlung anzeigen} other {# Empfehlungen anzeigen}}",
  "panel.incomplete": "Unvollständig: {counted} von {total}",
  "panel.moved": "Daten während des Ladens geändert: {counted} gezählt, {total} erwartet",
  "notice.version": "Dieser Link verwendet Version „{version}“, die noch nicht unterstützt wird.",
  "notice.language": "„{value}“ ist noch nicht verfügbar; angezeigt wird {language}.",
  "view.nowhere": "Diese Seite gibt es nicht.",
  "view.toOverview": "Zur Übersicht",
} as const satisfies Record<keyof typeof COMMON_EN, string>;
