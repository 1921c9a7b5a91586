import type { AccountInfo } from "@azure/msal-browser";

/** What to call an account: its display name, else its sign-in name. */
export function accountName({ name, username }: Pick<AccountInfo, "name" | "username">): string {
  return name?.trim() || username;
}

/** What to call its tenant: the domain of the sign-in name, which people know, else the tenant's identifier. */
export function tenantName({ username, tenantId }: Pick<AccountInfo, "username" | "tenantId">): string {
  return /@([^@\s]+)$/.exec(username)?.[1] ?? tenantId;
}
