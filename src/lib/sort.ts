/** Sort columns, most significant first. */
export type Sort<Id extends string = string> = readonly { readonly id: Id; readonly desc: boolean }[];
