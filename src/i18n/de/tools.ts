import type { TOOLS_EN } from "../en/tools.ts";

export const TOOLS_DE = {
  "display.title": "Anzeige",

  "theme.label": "Design",
  "theme.system": "System",
  "theme.light": "Hell",
  "theme.dark": "Dunkel",

  "language.label": "Sprache",
  "language.browser": "Browsersprache",

  "pack.open": "Mappe für die Besprechung",
  "share.title": "Teilen",
  "share.link": "Link zu dieser Ansicht",
  "share.copy": "Link kopieren",
  "share.copied": "Kopiert.",
  "share.refused":
    "Ihr Browser hat das Kopieren blockiert. Markieren Sie den Link oben und kopieren Sie ihn.",
  "share.teams": "In Teams teilen",
  "share.mail": "Per E-Mail senden",
  "share.note":
    "Der Link enthält Ansicht, Zeitraum und Filter, aber keine Daten. Empfänger benötigen einen eigenen Zugang.",

  "saved.title": "Ansichten",
  "unreadable.views":
    "Die auf diesem Gerät gespeicherten Ansichten sind nicht lesbar, daher wird keine angezeigt. Sie bleiben unverändert, bis Sie sie verwerfen, eine Ansicht speichern oder Ansichten importieren.",
  "unreadable.save": "Als Datei speichern",
  "unreadable.discard": "Verwerfen",
  "saved.none": "Noch keine gespeicherten Ansichten.",
  "saved.name": "Name der Ansicht",
  "saved.save": "Speichern",
  "saved.default": "{name} standardmäßig öffnen",
  "saved.remove": "{name} entfernen",
  "saved.export": "Als Datei exportieren",
  "saved.import": "Datei importieren",
  "saved.imported":
    "{count, plural, one {# Ansicht} other {# Ansichten}} importiert{replaced, plural, =0 {} one {, # ersetzt} other {, # ersetzt}}.",
  "saved.unreadable":
    "„{file}“ enthält keine gespeicherten Ansichten. Wählen Sie eine mit „Als Datei exportieren“ erstellte Datei.",
  "saved.notJson":
    "„{file}“ ist kein gültiges JSON. Wählen Sie eine mit „Als Datei exportieren“ erstellte Datei.",
  "saved.version":
    "„{file}“ verwendet Version {version}, die nicht unterstützt wird. Es wurde nichts importiert.",
  "saved.badView":
    "Ansicht {place} in „{file}“ hat keinen Namen oder verweist auf eine andere Website. Es wurde nichts importiert.",
  "saved.full": "Sie können bis zu {most} Ansichten speichern. Entfernen Sie zuerst einige.",
  "saved.notKept":
    "Ihr Browser lässt für diese Seite keinen Speicher zu. Gespeicherte Ansichten gehen beim Schließen verloren.",

  "notes.title": "Notizen zu Tagen",
  "notes.column": "Notizen",
  "notes.more": "{count, plural, one {# weitere Notiz} other {# weitere Notizen}}",

  "targets.value.atLeast": "mindestens {percent}",
  "targets.value.under": "unter {percent}",
  "targets.column": "Ziel",
  "targets.distanceTo": "Abstand zum Ziel ({target})",
  "targets.distanceOf": "{figure} ggü. Ziel",
  "targets.line": "Ziel {target}",
  "targets.note": "Ziel {target}: {distance} Punkte.",
  "targets.note.safe": "Sicher erreicht.",
  "targets.note.met": "Erreicht; offene können das ändern.",
  "targets.note.reachable":
    "{bound, select, under {{missing} zu viel} other {Es fehlen {missing}}}, noch erreichbar.",
  "targets.note.missed":
    "{bound, select, under {{missing} zu viel} other {Es fehlen {missing}}}, nicht mehr erreichbar.",
  "targets.trend":
    "Das Ziel {target} wurde in {met} von {finished, plural, one {# abgeschlossenen Intervall} other {# abgeschlossenen Intervallen}} erreicht{young, plural, =0 {.} one {; # jüngeres kann sich noch ändern.} other {; # jüngere können sich noch ändern.}}",

  "keys.title": "Tastenkürzel",
  "keys.tables": "Alle Bereiche zwischen Tabelle und Diagramm umschalten",
  "keys.help": "Tastenkürzel",
  "keys.undoKeys": "Strg+Z",
  "keys.redoKeys": "Umschalt+Strg+Z",
  "keys.findKeys": "Strg+F",
  "keys.find": "Liste durchsuchen",
  "keys.single": "Kürzel mit einzelnen Tasten aktivieren",
  "keys.close": "Schließen",
} as const satisfies Record<keyof typeof TOOLS_EN, string>;
