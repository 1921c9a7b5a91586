/** What somebody may see: all referrals, those of some customer markets only, or none for want of a role. */
export type Access = { kind: "all" } | { kind: "markets"; markets: readonly string[] } | { kind: "none" };

/** Who may see what, by the object id of the account in Entra ID. */
export type Directory = (oid: string) => Access;

/** Somebody whose token was accepted; `markets` null means all of them. */
export type User = { oid: string; name: string; markets: readonly string[] | null };
