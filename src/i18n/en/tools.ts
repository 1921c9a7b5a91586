/** Words of the controls and tools around the views. */
export const TOOLS_EN = {
  "display.title": "Display",

  "theme.label": "Theme",
  "theme.system": "System theme",
  "theme.light": "Light",
  "theme.dark": "Dark",

  "language.label": "Language",
  "language.browser": "Browser's language",

  "share.title": "Share",
  "share.link": "Link to this view",
  "share.copy": "Copy link",
  "share.copied": "Copied.",
  "share.refused": "The browser does not let this page copy. Select the link above and copy it.",
  "share.teams": "Share to Teams",
  "share.mail": "Send by e-mail",
  "share.note": "The link holds period, filters and view, no figures: who opens it needs access too.",

  "saved.title": "Saved views",
  "saved.none": "No view is saved yet.",
  "saved.name": "Name of this view",
  "saved.save": "Save",
  "saved.default": "Begin with {name}",
  "saved.remove": "Remove {name}",
  "saved.export": "Export as file",
  "saved.import": "Import a file",
  "saved.imported":
    "{count, plural, one {# view} other {# views}} imported{replaced, plural, =0 {} one {, # in place of one of the same name} other {, # in place of those of the same name}}.",
  "saved.unreadable": "“{file}” holds no saved views. Choose a file that “Export as file” has written.",
  "saved.notJson": "“{file}” is not JSON. Choose a file that “Export as file” has written.",
  "saved.version": "“{file}” is of version {version}, which this page does not know. Nothing was imported.",
  "saved.badView": "View {place} of “{file}” has no name or leads out of this page. Nothing was imported.",
  "saved.full": "There is room for {most} views. Remove some first.",
  "saved.notKept": "This browser keeps nothing for this page: the views last until it is closed.",

  "keys.title": "Keyboard shortcuts",
  "keys.tables": "All panels as tables, and back",
  "keys.help": "This list",
  "keys.undoKeys": "Ctrl+Z",
  "keys.redoKeys": "Shift+Ctrl+Z",
  "keys.single": "Single keys are on",
  "keys.close": "Close",
} as const;
