import type { SOURCE_EN } from "../en/source.ts";

export const SOURCE_DE = {
  "source.absent":
    "{source, select, api {Die Referrals API enthält} other {Diese Dateien enthalten}} nicht: {fields}.",
  "source.wayOut": "Öffnen Sie Dateien mit diesen Datumsangaben, oder verbinden Sie die Referrals API.",
  "source.addFile": "Fügen Sie eine Datei hinzu, die das enthält.",
  "source.cut":
    "{name} hat genau {rows} Zeilen, so viele, wie Partner Center in eine Datei schreibt: Sie wurde vermutlich gekürzt. Grenzen Sie den Zeitraum ein, oder öffnen Sie mehrere Dateien.",
  "source.basis":
    "{source, select, api {Die Referrals API enthält} other {Diese Dateien enthalten}} nicht: {field}. Danach lässt sich kein Zeitraum bestimmen.",
  "source.byCreated": "Erstellungsdatum verwenden",
  "source.notInFiles": "{name} (nicht in {source, select, api {der Referrals API} other {diesen Dateien}})",
  "source.undatedSteps":
    "Nach Status gezählt. {source, select, api {Die Referrals API enthält} other {Diese Dateien enthalten}} nicht: {fields}; die Quoten sind daher die von heute und nicht bei gleichem Alter.",
  "source.approximate": "Näherungsweise, aus der letzten Aktualisierung oder dem Vertrag: {fields}.",
  "source.partly": "Nur in einem Teil der Dateien enthalten: {fields}.",
  "source.dayOnly": "Ohne Uhrzeit: {fields}. Stunden lassen sich daraus nicht ableiten.",
  "source.lost":
    "{rejected} von {total} Zeilen ({percent}) konnten nicht gelesen werden, die erste ist Zeile {line}. Die Zahlen unten sind zu niedrig.",
  "source.openDates":
    "{file}: Die Werte zeigen nicht, ob in {columns} der Tag oder der Monat zuerst steht. {text} wird als {day} gelesen (Monat zuerst). Falls das falsch ist, setzen Sie DATE_ORDER auf day-first.",
  "source.table":
    "{name}: {format}, {rows} Zeilen{rejected, plural, =0 {} one {, # Zeile abgewiesen} other {, # Zeilen abgewiesen}}",
  "source.unreadable":
    "{count, plural, one {# Datum konnte} other {# Datumswerte konnten}} nicht gelesen werden.",
  "source.unknown": "{name}: nicht verwendete Spalten: {columns}.",
  "source.contradictions":
    "{count, plural, one {# Empfehlung hat} other {# Empfehlungen haben}} in verschiedenen Dateien unterschiedliche Werte. Das Startprotokoll des Dienstes nennt sie.",
  "source.implausible":
    "{count, plural, one {# Empfehlung hat} other {# Empfehlungen haben}} ein Datum, das nicht stimmen kann, etwa {date}. Es bestimmt weder den Zeitraum noch den Datenstand.",
  "source.rejectedLines": "Erste abgewiesene Zeilen: {lines}.",
  "source.errors":
    "{count, plural, one {# Deal wurde als Fehler geschlossen und zählt} other {# Deals wurden als Fehler geschlossen und zählen}} in keiner Zahl.",
  "source.registrations":
    "{count, plural, one {# Deal-Registrierung gehört} other {# Deal-Registrierungen gehören}} zu keiner Empfehlung in diesen Dateien.",
  "source.format.endpoint": "Empfehlungsanalyse",
  "source.format.leads-insights": "Lead-Download",
  "source.format.cosell-insights": "Co-Sell-Insights-Download",
  "source.format.cosell-opportunities": "Download der Co-Sell-Chancen",
  "source.format.registrations": "Deal-Registrierungen",
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
  "field.createdDate": "Erstellungsdatum",
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
