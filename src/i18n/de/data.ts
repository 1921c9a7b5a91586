import type { DATA_EN } from "../en/data.ts";

export const DATA_DE = {
  "data.title": "Anfrageprotokoll",
  "data.summary":
    "{asked, plural, one {# Anfrage} other {# Anfragen}} in dieser Sitzung, {derived, plural, one {# Ergebnis} other {# Ergebnisse}} aus vorhandenen Daten",
  "data.address": "Anfrage",
  "data.time": "Zeit (UTC)",
  "data.answer": "Ergebnis",
  "data.ms": "Dauer (ms)",
  "data.bytes": "Bytes",
  "data.status": "Status",
  "data.tries": "Versuche",
  "data.copy": "Kopieren",
  "data.curl": "curl",
  "data.copied": "Kopiert",
  "data.derived": "berechnet aus {from}",
  "data.ending.under-way": "ausstehend",
  "data.ending.answered": "Netzwerk",
  "data.ending.failed": "fehlgeschlagen",
  "data.ending.cancelled": "abgebrochen",
} as const satisfies Record<keyof typeof DATA_EN, string>;
