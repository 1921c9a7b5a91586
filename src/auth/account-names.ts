import type { AccountInfo } from "@azure/msal-browser";

/** The display name of an account, else its sign-in name. */
export function accountName({ name, username }: Pick<AccountInfo, "name" | "username">): string {
  return name?.trim() || username;
}

/** The domain of the sign-in name, which people know, else the tenant id. */
export function tenantName({ username, tenantId }: Pick<AccountInfo, "username" | "tenantId">): string {
  return /@([^@\s]+)$/.exec(username)?.[1] ?? tenantId;
}
