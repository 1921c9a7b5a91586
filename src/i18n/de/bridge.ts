import type { BRIDGE_EN } from "../en/bridge.ts";

/** Words of the two small pages through which a sign-in comes back. */
export const BRIDGE_DE = {
  title: "Anmelden bei der Empfehlungsanalyse",
  ask: "Die Anmeldeseite von Microsoft öffnet sich in einem eigenen Fenster. Beide Fenster schließen sich, sobald Sie angemeldet sind.",
  continue: "Weiter",
  wait: "Bitte weiter in dem Fenster, das sich geöffnet hat. Dieses hier schließt sich von selbst.",
  lost: "Diese Seite reicht nur eine Anmeldung weiter, und keine wartet mehr darauf.",
  figures: "Zu den Zahlen",
} as const satisfies Record<keyof typeof BRIDGE_EN, string>;
