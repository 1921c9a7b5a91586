/** The columns that a table is sorted by, the most important first. */
export type Sort<Id extends string = string> = readonly { readonly id: Id; readonly desc: boolean }[];
