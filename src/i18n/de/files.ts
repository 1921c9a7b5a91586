import type { FILES_EN } from "../en/files.ts";

export const FILES_DE: Record<keyof typeof FILES_EN, string> = {
  "files.title": "Dateien öffnen",
  "files.reading": "{file} wird gelesen ({number} von {count}), {percent}",
  "files.starting": "Die Dateien werden gelesen",
  "files.addFiles": "Dateien hinzufügen",
  "files.cancel": "Abbrechen",
  "files.open": "Öffnen",
  "files.close": "Schließen",
  "files.found":
    "{count, plural, one {# Empfehlung} other {# Empfehlungen}} gefunden. Nichts wurde hochgeladen.",
  "files.file": "Datei",
  "files.format": "Dateiformat",
  "files.columns": "Spalten",
  "files.columnsOf": "{found} von {of}",
  "files.rows": "Zeilen",
  "files.rejected": "Abgelehnt",
  "files.mode": "Die jetzt geöffneten Dateien",
  "files.newer": "Darüber importieren: Änderungen bekommen ein Datum, Fehlendes bleibt",
  "files.replace": "Ersetzen",
  "files.add": "Ergänzen",
  "files.order": "Was steht in {columns} von {file} vorn, zum Beispiel {text}?",
  "files.order.day-first": "Tag",
  "files.order.month-first": "Monat",
  "files.order.needed": "Wählen Sie, was in den Daten vorn steht, und öffnen Sie dann.",
  "files.dates":
    "{file}: {columns} mit {order, select, dayfirst {Tag} other {Monat}} zuerst gelesen, {origin, select, values {wie die Werte zeigen} setting {wie gewählt} columns {wie die anderen Datumsspalten zeigen} other {wie das Format beschrieben ist}}. {text} ist {day}.",
  "files.markets": "Kein bekanntes Land: {names}. Sie erscheinen wie geschrieben.",
  "files.more": "{names} und {count} weitere",
  "files.twice": "{file} hat denselben Inhalt wie {same} und wird einmal gelesen.",
  "files.problem.too-many":
    "Mehr als 200.000 Empfehlungen sind zu viele für die Seite. Der Server liest sie: REFERRALS_FILE=datei.csv npm start.",
  "files.problem.too-many-files":
    "{count} Dateien auf einmal sind zu viele; öffnen Sie bis zu {most}, oder packen Sie sie als .zip.",
  "files.problem.no-files": "In diesem Ordner ist keine lesbare Datei.",
  "files.problem.nothing-read": "In diesen Dateien wurden keine Empfehlungen gefunden.",
  "files.problem.registrations-only":
    "Geschäftsregistrierungen allein sagen nicht, wann Empfehlungen kamen und was aus ihnen wurde. Öffnen Sie dazu den Co-Sell- oder Lead-Download.",
  "files.problem.no-ids":
    "Keine Zeile hat eine Empfehlungs-ID. Öffnen Sie eine Datei mit ID, oder ergänzen Sie eine Spalte mit einer eigenen ID je Zeile.",
  "files.problem.no-dates":
    "Keine Zeile hat ein Erstelldatum. Öffnen Sie dazu eine Datei, die es hat, etwa den Co-Sell-Insights-Download.",
  "files.problem.failed":
    "Die Dateien konnten nicht gelesen werden. Die Anzeige bleibt unverändert. Laden Sie die Seite neu, und versuchen Sie es erneut.",
  "files.fault.empty": "{file} ist leer.",
  "files.fault.no-table": "{file} enthält keine Tabelle: Keine Zeile sieht wie ein Kopf aus.",
  "files.fault.not-text":
    "{file} hat ein Format, das nicht gelesen werden kann. Speichern Sie als CSV oder .xlsx.",
  "files.fault.unknown-encoding": "{file} hat eine unbekannte Kodierung. Speichern Sie als CSV UTF-8.",
  "files.fault.mixed-encoding":
    "{file} mischt Kodierungen: Zeile {line} ist kein UTF-8. Exportieren Sie erneut als CSV UTF-8.",
  "files.fault.line-too-long":
    "Zeile {line} von {file} ist länger als {megabytes} MB. Das ist keine Tabelle mit einem Datensatz pro Zeile.",
  "files.fault.too-many-columns": "{file} hat {columns} Spalten; höchstens {max} können gelesen werden.",
  "files.fault.password-protected": "{file} ist mit einem Kennwort geschützt. Speichern Sie ohne Kennwort.",
  "files.fault.workbook-format":
    "{file} ist eine Arbeitsmappe anderer Art. Speichern Sie als .xlsx oder CSV.",
  "files.fault.no-worksheet": "{file} hat kein Arbeitsblatt mit Zellen.",
  "files.fault.damaged":
    "{file} ist beschädigt oder unvollständig. Laden oder speichern Sie die Datei erneut.",
  "files.fault.document":
    "{file} ist ein Dokument, keine Tabelle. Exportieren Sie die Daten als CSV oder .xlsx.",
  "files.fault.parquet-codec":
    "{file} ist als {codec} komprimiert; das kann diese Seite nicht lesen. Speichern Sie die Datei mit Snappy, gzip oder Zstandard oder als CSV.",
  "files.fault.archive":
    "{file} ist ein Archiv, das nicht geöffnet werden kann. Entpacken Sie es, und öffnen Sie die Dateien darin.",
  "files.fault.archive-too-large": "{file} ist entpackt zu groß. Teilen Sie es in kleinere Dateien.",
  "files.fault.invalid-json": "{file} beginnt wie JSON, aber Zeile {line} kann nicht gelesen werden.",
  "files.fault.json-without-records": "{file} ist JSON ohne Datensätze.",
  "files.fault.lost-ids":
    "Die IDs in {file} hat eine Tabellenkalkulation gekürzt („{text}“ in Zeile {line}). Exportieren Sie die Datei erneut, und speichern Sie sie nicht in einer Tabellenkalkulation.",
  "files.fault.mixed-dates":
    "{column} in {file} hat in manchen Zeilen den Tag vorn ({dayFirst}), in anderen den Monat ({monthFirst}). Exportieren Sie die Datei erneut.",
  "files.fault.unavailable":
    "{file} wurde beim Lesen verschoben, geändert oder gelöscht. Öffnen Sie die Datei erneut.",
  "files.map.title": "Spalten von {file}",
  "files.map.intro": "Diese Tabelle hat ein unbekanntes Format. Wählen Sie, was ihre Spalten enthalten.",
  "files.map.damaged":
    "Die auf diesem Gerät für solche Dateien gespeicherten Spalten sind nicht lesbar. Wählen Sie sie erneut.",
  "files.map.column": "Spalte",
  "files.map.values": "Erste Werte",
  "files.map.field": "Enthält",
  "files.map.none": "Nicht verwendet",
  "files.map.status": "„{word}“ bedeutet",
  "files.map.asWritten": "Wie geschrieben",
  "files.map.use": "Diese Spalten verwenden",
  "files.map.save": "Als JSON speichern",
  "files.map.needed":
    "Wählen Sie zuerst die Spalte mit der Empfehlungs-ID. Gibt es keine: Ergänzen Sie in der Datei eine Spalte mit einer eigenen ID je Zeile, und öffnen Sie sie erneut. Für eine einzelne Datei, die nicht erneut importiert wird, genügen Zeilennummern.",
  "files.map.missing": "Keine Spalte für: {fields}.",
  "files.bar": "{name}: in diesem Tab geöffnet, nicht hochgeladen",
  "files.bar.kept": "{name}: auf diesem Gerät gespeichert, nicht hochgeladen",
  "files.bar.stillKept":
    "Auf diesem Gerät gespeichert: {name}, gelesen {time}. Öffnet sich beim nächsten Laden der Seite.",
  "files.undo": "Öffnen rückgängig machen",
  "files.keep": "Auf diesem Gerät behalten",
  "files.keepInstead": "Stattdessen diese behalten",
  "files.forget": "Vergessen",
  "files.closeAll": "Dateien schließen",
  "files.count": "{count} Dateien",
  "files.notice.no-room":
    "Auf diesem Gerät ist kein Platz für die Dateien. Sie bleiben in diesem Tab geöffnet.",
  "files.notice.not-kept":
    "Dieser Browser speichert hier nichts, etwa in privaten Fenstern oder Rahmen anderer Seiten. Die Dateien bleiben in diesem Tab geöffnet.",
  "files.notice.forgotten": "Von diesem Gerät entfernt. Geöffnete Dateien bleiben in diesem Tab geöffnet.",
  "files.notice.not-forgotten":
    "Die Dateien konnten nicht von diesem Gerät entfernt werden. Versuchen Sie es erneut, oder löschen Sie die Daten dieser Website in Ihrem Browser.",
  "files.notice.other-tab":
    "Ein anderer Tab hat Dateien auf diesem Gerät gespeichert oder entfernt. Dieser Tab zeigt weiter seine eigenen.",
  "files.notice.interrupted":
    "Das Öffnen von Dateien wurde unterbrochen, nichts hat sich geändert. Öffnen Sie sie erneut.",
  "files.notice.closed": "Die Dateien sind geschlossen.",
  "files.notice.closed-by-reload":
    "Dateien, die nicht auf diesem Gerät gespeichert waren, wurden beim Neuladen der Seite geschlossen. Öffnen Sie sie erneut.",
  "files.notice.not-restored":
    "Die gespeicherten Dateien konnten nicht gelesen werden. Öffnen Sie sie erneut.",
  "files.dismiss": "Ausblenden",
  "files.start.title": "Eigene Dateien öffnen",
  "files.start.text":
    "Downloads aus Partner Center (Leads, Co-Sell, Registrierungen), gespeicherte Seiten der Referrals-API oder CRM-Exporte: CSV, Excel, JSON oder ZIP. Ziehen Sie sie hierher, oder wählen Sie sie aus. Sie bleiben auf diesem Gerät.",
  "field.closedDate": "Abschlussdatum",
  "field.updatedDate": "Änderungsdatum",
  "field.expectedCloseDate": "erwartetes Abschlussdatum",
  "field.mainStatus": "Hauptstatus",
  "field.dealValue": "Geschäftswert",
  "field.currency": "Währung",
  "field.statusReason": "Statusgrund",
  "field.leadSource": "Lead-Quelle",
  "field.dealValueUsd": "Wert in USD (wie angegeben)",
  "field.solutions": "Lösungen",
  "field.referralProgram": "Programm",
  "field.microsoftStatus": "Status bei Microsoft",
  "field.registrationStatus": "Registrierungsstatus",
  "field.salesStage": "Vertriebsphase",
};
