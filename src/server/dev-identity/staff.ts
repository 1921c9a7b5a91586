import type { Access, Directory } from "../authorize/user.ts";

/** A made-up account. */
export type Account = {
  oid: string;
  /** The name of a role, so that it is not taken for a person. */
  name: string;
  upn: string;
  /** Its purpose in a sentence. */
  about: string;
  access: Access;
  /** Signs in by password only, so that the second factor is requested later. */
  passwordOnly: boolean;
  /** Has not consented to the dashboard yet. */
  asksConsent: boolean;
  /** Lifetime of an access token in seconds; MSAL renews five minutes earlier. */
  tokenSeconds: number;
};

const HOUR = 3600;

function account(number: number, role: string, about: string, more: Partial<Account> = {}): Account {
  return {
    oid: `00c0ffee-0000-4000-8000-0000000000${String(number).padStart(2, "0")}`,
    name: role,
    upn: `${role
      .toLowerCase()
      .replaceAll(/[^a-z]+/g, ".")
      .replaceAll(/^\.|\.$/g, "")}@contoso.example`,
    about,
    access: { kind: "all" },
    passwordOnly: false,
    asksConsent: false,
    tokenSeconds: HOUR,
    ...more,
  };
}

export const STAFF: readonly Account[] = [
  account(1, "Referrals admin", "Can see all referrals."),
  account(2, "One-market user (Germany)", "Can see referrals of customers in Germany only.", {
    access: { kind: "markets", markets: ["DE"] },
  }),
  account(3, "Without the role", "Can sign in but can't see referrals.", { access: { kind: "none" } }),
  account(4, "Must do MFA", "Signs in with a password only; the first request requires a second factor.", {
    passwordOnly: true,
  }),
  account(5, "Short session", "Can see all referrals; access tokens expire after five minutes.", {
    tokenSeconds: 300,
  }),
  account(6, "First visit", "Has to give consent first and can decline.", {
    asksConsent: true,
  }),
];

/** The account with this object id or sign-in name, case-insensitive. */
export function accountOf(idOrName: string | undefined): Account | undefined {
  const wanted = idOrName?.toLowerCase();
  return STAFF.find(({ oid, upn }) => oid === wanted || upn === wanted);
}

/** Rights of the made-up accounts; nobody else has any. */
export const staffDirectory: Directory = (oid) => accountOf(oid)?.access ?? { kind: "none" };
