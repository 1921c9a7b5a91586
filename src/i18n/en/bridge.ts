/** Words of the two small pages through which a sign-in comes back; they stand in their HTML too. */
export const BRIDGE_EN = {
  title: "Sign in to Referral analytics",
  ask: "Microsoft's sign-in page opens in a window of its own. Both windows close when you have signed in.",
  continue: "Continue",
  wait: "Go on in the window that has opened. This one closes by itself.",
  lost: "This page only passes a sign-in on, and nothing waits for it any more.",
  figures: "Go to the figures",
} as const;
