/** Texts of the request log. */
export const DATA_EN = {
  "data.title": "Request log",
  "data.summary":
    "{asked, plural, one {# request} other {# requests}} in this session, {derived, plural, one {# result} other {# results}} from cached data",
  "data.address": "Request",
  "data.time": "Time (UTC)",
  "data.answer": "Result",
  "data.ms": "Duration (ms)",
  "data.bytes": "Bytes",
  "data.status": "Status",
  "data.tries": "Attempts",
  "data.copy": "Copy",
  "data.curl": "curl",
  "data.copied": "Copied",
  "data.derived": "calculated from {from}",
  "data.ending.under-way": "pending",
  "data.ending.answered": "network",
  "data.ending.failed": "failed",
  "data.ending.cancelled": "cancelled",
} as const;
