/** Texts of the sign-in bridge and relay pages; keep equal to their HTML. */
export const BRIDGE_EN = {
  title: "Sign in to Referral analytics",
  ask: "Sign-in opens in a separate window. Both windows close once you’re signed in.",
  continue: "Continue",
  wait: "Continue in the sign-in window. This window closes automatically.",
  lost: "There is no sign-in in progress. You can close this page.",
  figures: "Go to the dashboard",
} as const;
