import type { TOOLS_EN } from "../en/tools.ts";

/** Words of the controls and tools around the views. */
export const TOOLS_DE = {
  "display.title": "Anzeige",

  "theme.label": "Design",
  "theme.system": "Design des Systems",
  "theme.light": "Hell",
  "theme.dark": "Dunkel",

  "language.label": "Sprache",
  "language.browser": "Sprache des Browsers",

  "share.title": "Teilen",
  "share.link": "Link zu dieser Ansicht",
  "share.copy": "Link kopieren",
  "share.copied": "Kopiert.",
  "share.refused":
    "Der Browser erlaubt dieser Seite kein Kopieren. Markieren Sie den Link oben und kopieren Sie ihn.",
  "share.teams": "In Teams teilen",
  "share.mail": "Per E-Mail senden",
  "share.note":
    "Der Link enthält Zeitraum, Filter und Ansicht, keine Zahlen: Auch wer ihn öffnet, braucht Zugriff.",

  "saved.title": "Gespeicherte Ansichten",
  "saved.none": "Noch ist keine Ansicht gespeichert.",
  "saved.name": "Name dieser Ansicht",
  "saved.save": "Speichern",
  "saved.default": "Mit {name} beginnen",
  "saved.remove": "{name} entfernen",
  "saved.export": "Als Datei exportieren",
  "saved.import": "Datei importieren",
  "saved.imported":
    "{count, plural, one {# Ansicht} other {# Ansichten}} importiert{replaced, plural, =0 {} one {, # anstelle einer gleichen Namens} other {, # anstelle derer gleichen Namens}}.",
  "saved.unreadable":
    "„{file}“ enthält keine gespeicherten Ansichten. Wählen Sie eine Datei, die mit „Als Datei exportieren“ entstanden ist.",
  "saved.notJson":
    "„{file}“ ist kein JSON. Wählen Sie eine Datei, die mit „Als Datei exportieren“ entstanden ist.",
  "saved.version":
    "„{file}“ hat die Version {version}, die diese Seite nicht kennt. Es wurde nichts importiert.",
  "saved.badView":
    "Ansicht {place} in „{file}“ hat keinen Namen oder führt aus dieser Seite hinaus. Es wurde nichts importiert.",
  "saved.full": "Es ist Platz für {most} Ansichten. Entfernen Sie zuerst einige.",
  "saved.notKept":
    "Dieser Browser behält nichts für diese Seite: Die Ansichten bleiben, bis sie geschlossen wird.",

  "keys.title": "Tastenkürzel",
  "keys.tables": "Alle Bereiche als Tabellen, und zurück",
  "keys.help": "Diese Liste",
  "keys.undoKeys": "Strg+Z",
  "keys.redoKeys": "Umschalt+Strg+Z",
  "keys.single": "Kürzel mit einzelnen Tasten verwenden",
  "keys.close": "Schließen",
} as const satisfies Record<keyof typeof TOOLS_EN, string>;
