import type { BRIDGE_EN } from "../en/bridge.ts";

export const BRIDGE_DE = {
  title: "Bei der Empfehlungsanalyse anmelden",
  ask: "Die Anmeldung öffnet sich in einem eigenen Fenster. Beide Fenster schließen sich, sobald Sie angemeldet sind.",
  continue: "Weiter",
  wait: "Fahren Sie im Anmeldefenster fort. Dieses Fenster schließt sich automatisch.",
  lost: "Es läuft keine Anmeldung. Sie können diese Seite schließen.",
  figures: "Zum Dashboard",
} as const satisfies Record<keyof typeof BRIDGE_EN, string>;
