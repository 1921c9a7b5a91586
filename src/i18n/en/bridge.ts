/** Words of the two small pages through which a sign-in comes back; they stand in their HTML too. */
export const BRIDGE_EN = {
  title: "Sign in to Referral analytics",
  ask: "Sign-in opens in a separate window. Both windows close once you’re signed in.",
  continue: "Continue",
  wait: "Continue in the sign-in window. This window closes automatically.",
  lost: "There is no sign-in in progress. You can close this page.",
  figures: "Go to the dashboard",
} as const;
