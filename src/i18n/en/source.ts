export const SOURCE_EN = {
  "source.absent":
    "{source, select, api {The Referrals API doesn’t} table {This table doesn’t} other {These files don’t}} contain: {fields}.",
  "source.wayOut":
    "{history, select, yes {Import newer files again next week: changes between two imports get a date. Or} other {Open files that have these dates, or}} connect the Referrals API.",
  "source.addFile": "Add a file that contains this information.",
  "source.addColumn": "Add a column with this information to the table, then restart the dashboard’s server.",
  "source.cut":
    "{name} has exactly {rows} rows, as many as Partner Center puts into a file: it was probably cut. Narrow the period, or open several files.",
  "source.basis":
    "{source, select, api {The Referrals API doesn’t} table {This table doesn’t} other {These files don’t}} contain the {field}, so no period can be set by it.",
  "source.byCreated": "Use the created date",
  "source.notInFiles":
    "{name} (not in {source, select, api {the Referrals API} table {this table} other {these files}})",
  "source.undatedSteps":
    "Counted by status: {source, select, api {the Referrals API doesn’t} table {this table doesn’t} other {these files don’t}} contain {fields}, so these rates are those of today and not at equal age.",
  "source.approximate": "Approximate, from the latest update or the contract: {fields}.",
  "source.partly": "Only some of the files contain: {fields}.",
  "source.between": "Known only where a change was seen between two imports: {fields}.",
  "source.history":
    "{count, plural, one {# import is} other {# imports are}} kept, from {first} to {last}. Referrals that the newest one lacks stay.",
  "source.imprecise":
    "{count, plural, one {# date is} other {# dates are}} known only to lie between two imports and {count, plural, one {counts} other {count}} at the middle of that time: {fields}.",
  "source.impreciseField": "{field} ({count})",
  "source.history.not-writable": "This import isn’t kept: the folder of the history can’t be written to.",
  "source.history.damaged-file": "A file of the history is damaged, so the import before it is used.",
  "source.history.foreign-file": "The folder of the history contains other files, which are left alone.",
  "source.history.clock": "The history has an import of a later time than the clock. This import isn’t kept.",
  "source.history.too-many": "There are too many referrals for a history. This import isn’t kept.",
  "source.dayOnly": "Without a time of day: {fields}. Hours can’t be told from these.",
  "source.savedAt": "files saved at {time} UTC",
  "source.notReadAgain":
    "The server couldn’t read newer files at {time} UTC. These figures are of the files that were saved at {savedAt} UTC.",
  "source.lost":
    "{rejected} of {total} rows ({percent}) couldn’t be read, the first in line {line} of {name}. The figures below are too low.",
  "source.openDates":
    "{file}: the values don’t show whether day or month comes first in {columns}. {text} is read as {day} (month first). If that is wrong, {place, select, page {open the file again and choose} other {set DATE_ORDER to day-first}}.",
  "source.table":
    "{name}: {format}, {rows} rows{rejected, plural, =0 {} one {, # row rejected} other {, # rows rejected}}",
  "source.unreadable":
    "{count, plural, one {# date couldn’t be read and counts} other {# dates couldn’t be read and count}} as missing.",
  "source.unknown": "{name}: columns not used: {columns}.",
  "source.joined":
    "{records, plural, one {# row describes} other {# rows describe}} {referrals, plural, one {# referral} other {# referrals}}, joined by ID.",
  "source.contradictions":
    "{count, plural, one {# referral has} other {# referrals have}} different values in different files. The newer record counts, otherwise the later file.",
  "source.implausible":
    "{count, plural, one {# referral has} other {# referrals have}} a date that can’t be right, such as {date}. It decides neither the period nor the time of the data.",
  "source.contradiction": "{id}: {fields}",
  "source.lostDates":
    "{count, plural, one {# date} other {# dates}} couldn’t be read, more than {percent} of the number of referrals. Figures by date are too low.",
  "source.lostAmounts":
    "{count, plural, one {# amount} other {# amounts}} couldn’t be read, more than {percent} of the number of referrals. Sums of amounts are wrong.",
  "source.lostRows": "Rejected rows",
  "source.file": "File",
  "source.reason": "Reason",
  "source.rows": "Rows",
  "source.share": "Share",
  "source.firstLines": "First lines",
  "source.reason.too-many-cells": "More values than the header",
  "source.reason.too-few-cells": "Fewer values than the header",
  "source.reason.shifted-cells": "Values are in the wrong columns",
  "source.reason.unclosed-quote": "Unclosed quotation mark, or text after a closing one",
  "source.reason.line-too-long": "Line too long",
  "source.reason.invalid-json": "Not a JSON object",
  "source.reason.cut-off": "The file ends in the middle of it",
  "source.reason.lost-id": "The ID has lost its digits",
  "source.note.encoding-assumed": "{name}: read as {encoding}, because it isn’t UTF-8.",
  "source.note.title-lines":
    "{name}: {count, plural, one {# line} other {# lines}} above the header skipped.",
  "source.note.header-again":
    "{name}: the header occurs again in {count, plural, one {# row} other {# rows}}, from line {line}; not counted.",
  "source.note.columns-reordered":
    "{name}: from line {line} on the columns are in another order; read by the header there.",
  "source.note.rows-of-amounts":
    "{name}: {count, plural, one {# row has} other {# rows have}} amounts but no ID, date or status, from line {line}; not counted.",
  "source.note.rows-without-id":
    "{name}: {count, plural, one {# row has} other {# rows have}} no ID, from line {line}; each counts as a referral of its own.",
  "source.note.footer-lines":
    "{name}: {count, plural, one {# line} other {# lines}} below the table skipped, from line {line}.",
  "source.note.total-rows":
    "{name}: {count, plural, one {# row} other {# rows}} of totals skipped, from line {line}.",
  "source.note.column-twice":
    "{name}: column {column} occurs more than once; the first filled one counts{count, plural, =0 {} one { (# row differs)} other { (# rows differ)}}.",
  "source.note.sheet-chosen":
    "{name}: sheets with other columns aren’t read: {others}. To read one, save it as a file of its own and open both.",
  "source.note.hidden-sheets": "{name}: hidden sheets aren’t read: {sheets}.",
  "source.note.uncalculated-formulas":
    "{name}: {count, plural, one {# formula} other {# formulas}} without a result. Open the file in Excel and save it again.",
  "source.note.file-left-out": "{file} isn’t read. If it is a table, unpack it and open it by itself.",
  "source.note.more-pages": "{name} names a next page that isn’t in this file. Save that page too.",
  "source.note.amounts-assumed":
    "{name}: amounts in {column}: {text} was read as {value, number}. If that’s wrong, save the column with two decimals.",
  "source.note.unreadable-amounts":
    "{name}: {count, plural, one {# amount} other {# amounts}} in {column} can’t be read and {count, plural, one {is} other {are}} in no sum, such as {text} (line {line}). Write plain numbers.",
  "source.note.other-currency":
    "{name}: {count, plural, one {# amount} other {# amounts}} in {column} {count, plural, one {names} other {name}} another currency than the currency column, such as {text} (line {line}). The column counts.",
  "source.note.unreadable-dates":
    "{name}: {count, plural, one {# date} other {# dates}} in {column} can’t be read and {count, plural, one {counts} other {count}} as missing, such as {text}{line, plural, =0 {} one { (line {line})} other { (line {line})}}.",
  "source.errors":
    "{count, plural, one {# deal was closed as an error and is} other {# deals were closed as errors and are}} in no figure.",
  "source.registrations":
    "{count, plural, one {# deal registration has} other {# deal registrations have}} no referral in these files.",
  "source.format.endpoint": "referral analytics",
  "source.format.leads-insights": "leads download",
  "source.format.cosell-insights": "co-sell insights download",
  "source.format.cosell-opportunities": "co-sell opportunities download",
  "source.format.registrations": "deal registrations",
  "source.format.referrals-api": "Referrals API",
  "source.format.crm": "CRM export",
  "source.format.own-list": "list exported from this dashboard",
  "source.format.mapping": "mapped columns",
  "field.id": "referral ID",
  "field.status": "status",
  "field.customerMarket": "customer market",
  "field.customerName": "customer name",
  "field.customerOrgSize": "organisation size",
  "field.partnerMarket": "partner market",
  "field.createdDate": "created date",
  "field.acknowledgedDate": "acknowledged date",
  "field.acceptedDate": "accepted date",
  "field.declinedDate": "declined date",
  "field.skippedDate": "skipped date",
  "field.expiredDate": "expired date",
  "field.missedDate": "missed date",
  "field.lostDate": "lost date",
  "field.wonDate": "won date",
  "field.archivedDate": "archived date",
} as const;
