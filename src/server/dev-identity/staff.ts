import type { Access, Directory } from "../authorize/user.ts";

/** A made-up account of the stand-in. */
export type Account = {
  oid: string;
  /** The name of a role, so that nobody takes it for a person. */
  name: string;
  upn: string;
  /** What it is for, in a sentence for whoever chooses. */
  about: string;
  access: Access;
  /** Signs in with the password alone, so that a second factor is asked for later. */
  passwordOnly: boolean;
  /** Has not agreed yet that the dashboard reads Partner Center in its name. */
  asksConsent: boolean;
  /** Seconds that an access token is good for; MSAL renews five minutes before the end. */
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

/** The account of this object id or sign-in name, in any case. */
export function accountOf(idOrName: string | undefined): Account | undefined {
  const wanted = idOrName?.toLowerCase();
  return STAFF.find(({ oid, upn }) => oid === wanted || upn === wanted);
}

/** The rights of the made-up accounts; nobody else has any. */
export const staffDirectory: Directory = (oid) => accountOf(oid)?.access ?? { kind: "none" };
