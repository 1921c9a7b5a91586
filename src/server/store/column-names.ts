import { FIELDS, type Field } from "#partner-center/fields.ts";

const BY_PLAIN_NAME = new Map<string, Field>(FIELDS.map((field) => [field.toLowerCase(), field]));

/** The field of a column name, ignoring case, spaces, `_` and `-`; null for an unknown one. */
export function fieldOfColumn(name: string): Field | null {
  return BY_PLAIN_NAME.get(name.toLowerCase().replaceAll(/[\s_-]/g, "")) ?? null;
}

/** The names that match each field, the exact spelling first. */
export function columnsByField(names: readonly string[]): Map<Field, string[]> {
  const found = new Map<Field, string[]>();
  for (const name of names) {
    const field = fieldOfColumn(name);
    if (field === null) continue;
    const known = found.get(field) ?? [];
    found.set(field, name === field ? [name, ...known] : [...known, name]);
  }
  return found;
}
