import type { EXPORTS_EN } from "../en/exports.ts";

/** Words of taking figures away: as a file, as a picture, by copying. */
export const EXPORTS_DE = {
  "export.open": "Exportieren: {name}",
  "export.csv": "CSV",
  "export.csvBom": "CSV für Excel (UTF-8 mit BOM)",
  "export.xlsx": "Excel-Arbeitsmappe (XLSX)",
  "export.svg": "Bild (SVG)",
  "export.png": "Bild (PNG)",
  "export.copy": "Als Tabelle kopieren",
  "export.notes": "CSV mit Hinweisen über der Tabelle",
  "export.incomplete": "Die Zahlen sind unvollständig, und jede Datei sagt das.",
  "export.running": "{written} von {total} Zeilen",
  "export.progress": "Geschriebene Zeilen",
  "export.cancel": "Abbrechen",
  "export.cancelled": "Abgebrochen. Nichts wurde gespeichert.",
  "export.saved": "Gespeichert als {name}",
  "export.savedFramed":
    "Kommt nichts an, erlaubt die umgebende Seite keine Downloads. Kopieren Sie stattdessen die Tabelle.",
  "export.copied":
    "{count, plural, one {# Zeile kopiert.} other {# Zeilen kopiert.}} Fügen Sie sie in eine Tabellenkalkulation ein.",
  "export.uncopied":
    "Der Browser erlaubt dieser Seite kein Kopieren. Markieren Sie den Text und kopieren Sie ihn selbst.",
  "export.text": "Die Tabelle als Text",
  "export.tooLong":
    "Der Browser erlaubt dieser Seite kein Kopieren, und die Tabelle ist zu lang, um sie als Text zu zeigen. Öffnen Sie die Seite in einem eigenen Tab, um sie zu speichern.",
  "export.failed": "Die Datei konnte nicht erstellt werden. Nichts wurde gespeichert.",
  "export.about": "Info",
  "export.about.title": "Titel",
  "export.about.subtitle": "Untertitel",
  "export.about.selection": "Auswahl",
  "export.about.data": "Daten",
  "export.about.service": "Partner Center, Empfehlungsanalyse",
  "export.about.time": "Zeitpunkt der Daten (UTC)",
  "export.about.completeness": "Vollständigkeit",
  "export.about.address": "Adresse",
  "export.about.note": "Hinweis",
  "export.about.starts":
    "Ein Monat, eine Woche, ein Quartal oder ein Jahr steht dort als sein erster Tag. Zeiten sind in UTC. Anteile sind Brüche: 0,25 sind 25 %.",
  "export.column.code": "{column} (Code)",
  "export.column.note": "{column} (Hinweis)",
  "export.column.hours": "{column} (Stunden)",
} as const satisfies Record<keyof typeof EXPORTS_EN, string>;
