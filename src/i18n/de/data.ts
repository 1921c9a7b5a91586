import type { DATA_EN } from "../en/data.ts";

/** Words of the Data panel. */
export const DATA_DE = {
  "data.title": "Daten",
  "data.summary":
    "{asked, plural, one {# Anfrage} other {# Anfragen}} bei diesem Besuch, {derived, plural, one {# Antwort} other {# Antworten}} ohne Anfrage",
  "data.address": "Anfrage",
  "data.time": "Zeit (UTC)",
  "data.answer": "Antwort",
  "data.ms": "Millisekunden",
  "data.bytes": "Bytes",
  "data.status": "Status",
  "data.tries": "Versuche",
  "data.copy": "Kopieren",
  "data.curl": "curl",
  "data.copied": "kopiert",
  "data.derived": "abgeleitet aus {from}",
  "data.ending.under-way": "unterwegs",
  "data.ending.answered": "Netzwerk",
  "data.ending.failed": "fehlgeschlagen",
  "data.ending.cancelled": "abgebrochen",
} as const satisfies Record<keyof typeof DATA_EN, string>;
