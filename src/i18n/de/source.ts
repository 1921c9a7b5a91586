import type { SOURCE_EN } from "../en/source.ts";

export const SOURCE_DE = {
  "source.absent":
    "{source, select, api {Die Referrals API enthält} table {Diese Tabelle enthält} other {Diese Dateien enthalten}} nicht: {fields}.",
  "source.wayOut":
    "{history, select, yes {Importieren Sie nächste Woche neuere Dateien: Änderungen zwischen zwei Importen bekommen ein Datum. Oder} other {Öffnen Sie Dateien mit diesen Datumsangaben, oder}} verbinden Sie die Referrals API.",
  "source.addFile": "Fügen Sie eine Datei hinzu, die diese Angaben enthält.",
  "source.addColumn":
    "Ergänzen Sie in der Tabelle eine Spalte mit diesen Angaben, und starten Sie den Server des Dashboards neu.",
  "source.cut":
    "{name} hat genau {rows} Zeilen, so viele, wie Partner Center in eine Datei schreibt: Sie wurde vermutlich gekürzt. Grenzen Sie den Zeitraum ein, oder öffnen Sie mehrere Dateien.",
  "source.basis":
    "{source, select, api {Die Referrals API enthält} table {Diese Tabelle enthält} other {Diese Dateien enthalten}} nicht: {field}. Danach lässt sich kein Zeitraum bestimmen.",
  "source.byCreated": "Erstelldatum verwenden",
  "source.notInFiles":
    "{name} (nicht in {source, select, api {der Referrals API} table {dieser Tabelle} other {diesen Dateien}})",
  "source.undatedSteps":
    "Nach Status gezählt. {source, select, api {Die Referrals API enthält} table {Diese Tabelle enthält} other {Diese Dateien enthalten}} nicht: {fields}; die Quoten sind daher die von heute und nicht bei gleichem Alter.",
  "source.approximate": "Näherungsweise, aus der letzten Aktualisierung oder dem Vertrag: {fields}.",
  "source.partly": "Nur in einem Teil der Dateien enthalten: {fields}.",
  "source.between": "Nur bekannt, wo eine Änderung zwischen zwei Importen zu sehen war: {fields}.",
  "source.history":
    "{count, plural, one {# Import wird} other {# Importe werden}} aufbewahrt, vom {first} bis {last}. Empfehlungen, die im neuesten fehlen, bleiben.",
  "source.imprecise":
    "{count, plural, one {# Datum liegt} other {# Datumswerte liegen}} zwischen zwei Importen und {count, plural, one {zählt} other {zählen}} zur Mitte dieser Zeit: {fields}.",
  "source.impreciseField": "{field} ({count})",
  "source.history.not-writable":
    "Dieser Import wird nicht aufbewahrt: In den Ordner des Verlaufs kann nicht geschrieben werden.",
  "source.history.damaged-file": "Eine Datei des Verlaufs ist beschädigt; der Import davor wird verwendet.",
  "source.history.foreign-file": "Der Ordner des Verlaufs enthält andere Dateien; sie bleiben unberührt.",
  "source.history.clock":
    "Der Verlauf hat einen Import, der später ist als die Uhr. Dieser Import wird nicht aufbewahrt.",
  "source.history.too-many":
    "Es sind zu viele Empfehlungen für einen Verlauf. Dieser Import wird nicht aufbewahrt.",
  "source.dayOnly": "Ohne Uhrzeit: {fields}. Stunden lassen sich daraus nicht ableiten.",
  "source.savedAt": "Dateien gespeichert um {time} UTC",
  "source.notReadAgain":
    "Der Server konnte neuere Dateien um {time} UTC nicht lesen. Diese Zahlen stammen aus den Dateien, die um {savedAt} UTC gespeichert wurden.",
  "source.lost":
    "{rejected} von {total} Zeilen ({percent}) konnten nicht gelesen werden, die erste ist Zeile {line} in {name}. Die Zahlen unten sind zu niedrig.",
  "source.openDates":
    "{file}: Die Werte zeigen nicht, ob in {columns} der Tag oder der Monat zuerst steht. {text} wird als {day} gelesen (Monat zuerst). Falls das falsch ist, {place, select, page {öffnen Sie die Datei erneut, und wählen Sie} other {setzen Sie DATE_ORDER auf day-first}}.",
  "source.table":
    "{name}: {format}, {rows} Zeilen{rejected, plural, =0 {} one {, # Zeile abgewiesen} other {, # Zeilen abgewiesen}}",
  "source.unreadable":
    "{count, plural, one {# Datum konnte nicht gelesen werden und gilt} other {# Datumswerte konnten nicht gelesen werden und gelten}} als fehlend.",
  "source.unknown": "{name}: nicht verwendete Spalten: {columns}.",
  "source.joined":
    "{records, plural, one {# Zeile beschreibt} other {# Zeilen beschreiben}} {referrals, plural, one {# Empfehlung} other {# Empfehlungen}}, verbunden über die ID.",
  "source.contradictions":
    "{count, plural, one {# Empfehlung hat} other {# Empfehlungen haben}} in verschiedenen Dateien unterschiedliche Werte. Der neuere Datensatz zählt, sonst die spätere Datei.",
  "source.implausible":
    "{count, plural, one {# Empfehlung hat} other {# Empfehlungen haben}} ein Datum, das nicht stimmen kann, etwa {date}. Es bestimmt weder den Zeitraum noch den Datenstand.",
  "source.contradiction": "{id}: {fields}",
  "source.lostDates":
    "{count, plural, one {# Datum konnte} other {# Datumswerte konnten}} nicht gelesen werden, bezogen auf die Empfehlungen mehr als {percent}. Zahlen nach Datum sind zu niedrig.",
  "source.lostAmounts":
    "{count, plural, one {# Betrag konnte} other {# Beträge konnten}} nicht gelesen werden, bezogen auf die Empfehlungen mehr als {percent}. Summen von Beträgen sind falsch.",
  "source.lostRows": "Abgewiesene Zeilen",
  "source.file": "Datei",
  "source.reason": "Grund",
  "source.rows": "Zeilen",
  "source.share": "Anteil",
  "source.firstLines": "Erste Zeilen",
  "source.reason.too-many-cells": "Mehr Werte als der Kopf",
  "source.reason.too-few-cells": "Weniger Werte als der Kopf",
  "source.reason.shifted-cells": "Werte stehen in falschen Spalten",
  "source.reason.unclosed-quote": "Offenes Anführungszeichen oder Text nach einem schließenden",
  "source.reason.line-too-long": "Zeile zu lang",
  "source.reason.invalid-json": "Kein JSON-Objekt",
  "source.reason.cut-off": "Die Datei endet mittendrin",
  "source.reason.lost-id": "Die ID hat ihre Ziffern verloren",
  "source.note.encoding-assumed": "{name}: als {encoding} gelesen, weil es kein UTF-8 ist.",
  "source.note.title-lines":
    "{name}: {count, plural, one {# Zeile} other {# Zeilen}} über dem Kopf übersprungen.",
  "source.note.header-again":
    "{name}: Der Kopf steht noch einmal in {count, plural, one {# Zeile} other {# Zeilen}}, ab Zeile {line}; nicht gezählt.",
  "source.note.columns-reordered":
    "{name}: Ab Zeile {line} stehen die Spalten in anderer Reihenfolge; nach dem Kopf dort gelesen.",
  "source.note.rows-of-amounts":
    "{name}: {count, plural, one {# Zeile enthält} other {# Zeilen enthalten}} Beträge, aber weder ID noch Datum noch Status, ab Zeile {line}; nicht gezählt.",
  "source.note.rows-without-id":
    "{name}: {count, plural, one {# Zeile hat} other {# Zeilen haben}} keine ID, ab Zeile {line}; jede zählt als eigene Empfehlung.",
  "source.note.footer-lines":
    "{name}: {count, plural, one {# Zeile} other {# Zeilen}} unter der Tabelle übersprungen, ab Zeile {line}.",
  "source.note.total-rows":
    "{name}: {count, plural, one {# Summenzeile} other {# Summenzeilen}} übersprungen, ab Zeile {line}.",
  "source.note.column-twice":
    "{name}: Spalte {column} gibt es mehrmals; die erste gefüllte zählt{count, plural, =0 {} one { (# Zeile weicht ab)} other { (# Zeilen weichen ab)}}.",
  "source.note.sheet-chosen":
    "{name}: Blätter mit anderen Spalten werden nicht gelesen: {others}. Um eines zu lesen, speichern Sie es als eigene Datei und öffnen Sie beide.",
  "source.note.hidden-sheets": "{name}: Ausgeblendete Blätter werden nicht gelesen: {sheets}.",
  "source.note.uncalculated-formulas":
    "{name}: {count, plural, one {# Formel} other {# Formeln}} ohne Ergebnis. Öffnen Sie die Datei in Excel, und speichern Sie sie erneut.",
  "source.note.file-left-out":
    "{file} wird nicht gelesen. Wenn es eine Tabelle ist, entpacken Sie die Datei und öffnen Sie sie einzeln.",
  "source.note.more-pages":
    "{name} nennt eine nächste Seite, die nicht in dieser Datei ist. Speichern Sie auch diese.",
  "source.note.amounts-assumed":
    "{name}: Beträge in {column}: {text} wurde als {value, number} gelesen. Falls das falsch ist, speichern Sie die Spalte mit zwei Nachkommastellen.",
  "source.note.unreadable-amounts":
    "{name}: {count, plural, one {# Betrag in {column} kann nicht gelesen werden und steht} other {# Beträge in {column} können nicht gelesen werden und stehen}} in keiner Summe, etwa {text} (Zeile {line}). Schreiben Sie einfache Zahlen.",
  "source.note.other-currency":
    "{name}: {count, plural, one {# Betrag in {column} nennt} other {# Beträge in {column} nennen}} eine andere Währung als die Währungsspalte, etwa {text} (Zeile {line}). Die Spalte zählt.",
  "source.note.unreadable-dates":
    "{name}: {count, plural, one {# Datum in {column} kann nicht gelesen werden und gilt} other {# Datumswerte in {column} können nicht gelesen werden und gelten}} als fehlend, etwa {text}{line, plural, =0 {} one { (Zeile {line})} other { (Zeile {line})}}.",
  "source.errors":
    "{count, plural, one {# Geschäft wurde als Fehler geschlossen und zählt} other {# Geschäfte wurden als Fehler geschlossen und zählen}} in keiner Zahl.",
  "source.registrations":
    "{count, plural, one {# Geschäftsregistrierung gehört} other {# Geschäftsregistrierungen gehören}} zu keiner Empfehlung in diesen Dateien.",
  "source.format.endpoint": "Empfehlungsanalyse",
  "source.format.leads-insights": "Lead-Download",
  "source.format.cosell-insights": "Co-Sell-Insights-Download",
  "source.format.cosell-opportunities": "Download der Co-Sell-Chancen",
  "source.format.registrations": "Geschäftsregistrierungen",
  "source.format.referrals-api": "Datei der Referrals API",
  "source.format.crm": "CRM-Export",
  "source.format.own-list": "aus diesem Dashboard exportierte Liste",
  "source.format.mapping": "zugeordnete Spalten",
  "field.id": "Empfehlungs-ID",
  "field.status": "Status",
  "field.customerMarket": "Kundenmarkt",
  "field.customerName": "Kundenname",
  "field.customerOrgSize": "Unternehmensgröße",
  "field.partnerMarket": "Partnermarkt",
  "field.createdDate": "Erstelldatum",
  "field.acknowledgedDate": "Bestätigungsdatum",
  "field.acceptedDate": "Annahmedatum",
  "field.declinedDate": "Ablehnungsdatum",
  "field.skippedDate": "Datum des Überspringens",
  "field.expiredDate": "Ablaufdatum",
  "field.missedDate": "Datum des Verpassens",
  "field.lostDate": "Verlustdatum",
  "field.wonDate": "Gewinndatum",
  "field.archivedDate": "Archivierungsdatum",
} as const satisfies Record<keyof typeof SOURCE_EN, string>;
