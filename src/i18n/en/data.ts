/** Words of the Data panel. */
export const DATA_EN = {
  "data.title": "Data",
  "data.summary":
    "{asked, plural, one {# request} other {# requests}} in this visit, {derived, plural, one {# answer} other {# answers}} without asking",
  "data.address": "Question",
  "data.time": "Time (UTC)",
  "data.answer": "Answer",
  "data.ms": "Milliseconds",
  "data.bytes": "Bytes",
  "data.status": "Status",
  "data.tries": "Tries",
  "data.copy": "Copy",
  "data.curl": "curl",
  "data.copied": "copied",
  "data.derived": "derived from {from}",
  "data.ending.under-way": "under way",
  "data.ending.answered": "network",
  "data.ending.failed": "failed",
  "data.ending.cancelled": "cancelled",
} as const;
