/** Identifier of the place in the page's head where the account stands; empty until somebody has signed in. */
export const ACCOUNT_SLOT = "account";
