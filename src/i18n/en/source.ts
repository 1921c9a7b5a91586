/** What files tell and what they do not, and how they were read. */
export const SOURCE_EN = {
  "source.absent":
    "{source, select, api {The Referrals API doesn’t} other {These files don’t}} contain: {fields}.",
  "source.wayOut": "Open files that have these dates, or connect the Referrals API.",
  "source.addFile": "Add a file that has this.",
  "source.cut":
    "{name} has exactly {rows} rows, as many as Partner Center puts into a file: it was probably cut. Narrow the period, or open several files.",
  "source.basis":
    "{source, select, api {The Referrals API doesn’t} other {These files don’t}} contain the {field}, so no period can be set by it.",
  "source.byCreated": "Use the created date",
  "source.notInFiles": "{name} (not in {source, select, api {the Referrals API} other {these files}})",
  "source.undatedSteps":
    "Counted by status: {source, select, api {the Referrals API doesn’t} other {these files don’t}} contain {fields}, so these rates are those of today and not at equal age.",
  "source.approximate": "Approximate, from the latest update or the contract: {fields}.",
  "source.partly": "Only some of the files contain: {fields}.",
  "source.dayOnly": "Without a time of day: {fields}. Hours can’t be told from these.",
  "source.lost":
    "{rejected} of {total} rows ({percent}) couldn’t be read, the first in line {line}. The figures below are too low.",
  "source.openDates":
    "{file}: the values don’t show whether day or month comes first in {columns}. {text} is read as {day} (month first). If that is wrong, set DATE_ORDER to day-first.",
  "source.table":
    "{name}: {format}, {rows} rows{rejected, plural, =0 {} one {, # row rejected} other {, # rows rejected}}",
  "source.unreadable": "{count, plural, one {# date} other {# dates}} couldn’t be read.",
  "source.unknown": "{name}: columns not used: {columns}.",
  "source.contradictions":
    "{count, plural, one {# referral has} other {# referrals have}} different values in different files. The service’s start log names them.",
  "source.implausible":
    "{count, plural, one {# referral has} other {# referrals have}} a date that can’t be right, such as {date}. It decides neither the period nor the time of the data.",
  "source.rejectedLines": "First rejected lines: {lines}.",
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
