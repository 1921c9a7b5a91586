/** Text fields of a referral, in Partner Center's spelling. */
export const TERM_FIELDS = [
  "id",
  "status",
  "customerMarket",
  "customerName",
  "customerOrgSize",
  "partnerMarket",
] as const;

/** UTC date-time fields of a referral, in Partner Center's spelling. */
export const DATE_FIELDS = [
  "createdDate",
  "acknowledgedDate",
  "acceptedDate",
  "declinedDate",
  "skippedDate",
  "expiredDate",
  "missedDate",
  "lostDate",
  "wonDate",
  "archivedDate",
] as const;

export const FIELDS = [...TERM_FIELDS, ...DATE_FIELDS] as const;

export type TermField = (typeof TERM_FIELDS)[number];
export type DateField = (typeof DATE_FIELDS)[number];
export type Field = TermField | DateField;

/** A referral as sent: sixteen strings, each of which may be null. */
export type Referral = Record<Field, string | null>;

export function isDateField(field: Field): field is DateField {
  return (DATE_FIELDS as readonly string[]).includes(field);
}

const CANONICAL: ReadonlyMap<string, Field> = new Map(FIELDS.map((field) => [field.toLowerCase(), field]));

/** The field with this name, ignoring case; null where there is none. */
export function fieldNamed(name: string): Field | null {
  return CANONICAL.get(name.toLowerCase()) ?? null;
}
