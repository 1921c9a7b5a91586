import type { EXPORTS_EN } from "../en/exports.ts";

export const EXPORTS_DE = {
  "export.open": "Exportieren: {name}",
  "export.csv": "CSV",
  "export.csvExcel": "CSV für Excel",
  "export.region": "Trennzeichen für Excel",
  "export.region.comma-point": "Kommas, Dezimalpunkt 0.5",
  "export.region.semicolon-comma": "Semikolons, Dezimalkomma 0,5",
  "export.region.semicolon-point": "Semikolons, Dezimalpunkt 0.5",
  "export.xlsx": "Excel-Arbeitsmappe (XLSX)",
  "export.svg": "Bild (SVG)",
  "export.png": "Bild (PNG)",
  "export.copy": "Tabelle kopieren",
  "export.notes": "CSV mit Hinweisen",
  "export.incomplete": "Die Daten sind unvollständig. Jeder Export weist darauf hin.",
  "export.running": "{written} von {total} Zeilen",
  "export.progress": "Exportierte Zeilen",
  "export.cancel": "Abbrechen",
  "export.cancelled": "Export abgebrochen. Es wurde nichts gespeichert.",
  "export.saved": "Gespeichert als {name}",
  "export.savedFramed":
    "Startet der Download nicht, lässt das Portal möglicherweise keine Downloads zu. Kopieren Sie stattdessen die Tabelle.",
  "export.copied":
    "{count, plural, one {# Zeile kopiert.} other {# Zeilen kopiert.}} Fügen Sie sie in eine Tabellenkalkulation ein.",
  "export.uncopied": "Ihr Browser hat das Kopieren blockiert. Markieren Sie den Text und kopieren Sie ihn.",
  "export.text": "Tabelle als Text",
  "export.tooLong":
    "Ihr Browser hat das Kopieren blockiert, und die Tabelle ist zu lang, um sie als Text anzuzeigen. Öffnen Sie die Seite in einem eigenen Tab, um sie zu exportieren.",
  "export.failed":
    "Die Datei konnte nicht erstellt werden. Es wurde nichts gespeichert. Versuchen Sie es erneut.",
  "export.about": "Info",
  "export.about.title": "Titel",
  "export.about.subtitle": "Untertitel",
  "export.about.selection": "Zeitraum und Filter",
  "export.about.data": "Daten",
  "export.about.service": "Partner Center, Empfehlungsanalyse",
  "export.about.time": "Datenstand (UTC)",
  "export.about.completeness": "Vollständigkeit",
  "export.about.address": "Adresse",
  "export.about.note": "Hinweis",
  "export.about.starts":
    "Monate, Wochen, Quartale und Jahre stehen als ihr erster Tag. Zeiten sind in UTC. Anteile sind Dezimalzahlen: 0,25 sind 25 %.",
  "export.column.code": "{column} (Code)",
  "export.column.note": "{column} (Hinweis)",
  "export.column.hours": "{column} (Stunden)",
} as const satisfies Record<keyof typeof EXPORTS_EN, string>;
