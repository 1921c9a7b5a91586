/** What a user may see: all referrals, those of some customer markets, or none without a role. */
export type Access = { kind: "all" } | { kind: "markets"; markets: readonly string[] } | { kind: "none" };

/** Access rights by the account's object id in Entra ID. */
export type Directory = (oid: string) => Access;

/** An authorised user; `markets` null means all. */
export type User = { oid: string; name: string; markets: readonly string[] | null };
