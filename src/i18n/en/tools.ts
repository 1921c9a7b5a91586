export const TOOLS_EN = {
  "display.title": "Display",

  "theme.label": "Theme",
  "theme.system": "System",
  "theme.light": "Light",
  "theme.dark": "Dark",

  "language.label": "Language",
  "language.browser": "Browser language",

  "pack.open": "Review pack",
  "share.title": "Share",
  "share.link": "Link to this view",
  "share.copy": "Copy link",
  "share.copied": "Copied.",
  "share.refused": "Your browser blocked copying. Select the link above and copy it.",
  "share.teams": "Share to Teams",
  "share.mail": "Send by email",
  "share.note":
    "The link contains the view, period and filters, but no data. Recipients need their own access.",

  "saved.title": "Saved views",
  "unreadable.views":
    "The saved views on this device can’t be read, so none is shown. They stay as they are until you discard them, save a view or import views.",
  "unreadable.save": "Save them as a file",
  "unreadable.discard": "Discard them",
  "saved.none": "No saved views yet.",
  "saved.name": "View name",
  "saved.save": "Save",
  "saved.default": "Open {name} by default",
  "saved.remove": "Remove {name}",
  "saved.export": "Export as file",
  "saved.import": "Import file",
  "saved.imported":
    "{count, plural, one {# view} other {# views}} imported{replaced, plural, =0 {} one {, # replaced} other {, # replaced}}.",
  "saved.unreadable": "“{file}” contains no saved views. Choose a file created with “Export as file”.",
  "saved.notJson": "“{file}” isn’t valid JSON. Choose a file created with “Export as file”.",
  "saved.version": "“{file}” uses version {version}, which isn’t supported. Nothing was imported.",
  "saved.badView": "View {place} in “{file}” has no name or links to another site. Nothing was imported.",
  "saved.full": "You can save up to {most} views. Remove some first.",
  "saved.notKept":
    "Your browser doesn’t allow storage for this page. Saved views are lost when you close it.",

  "notes.title": "Notes on days",
  "notes.column": "Notes",
  "notes.more": "{count, plural, one {# more note} other {# more notes}}",

  "targets.value.atLeast": "at least {percent}",
  "targets.value.under": "under {percent}",
  "targets.column": "Target",
  "targets.distanceTo": "Distance to target ({target})",
  "targets.distanceOf": "{figure} vs. target",
  "targets.line": "Target {target}",
  "targets.note": "Target {target}: {distance} points.",
  "targets.note.safe": "Met for good.",
  "targets.note.met": "Met; open ones can undo it.",
  "targets.note.reachable": "{missing} {bound, select, under {too many} other {missing}}, still reachable.",
  "targets.note.missed": "{missing} {bound, select, under {too many} other {missing}}, out of reach.",
  "targets.trend":
    "The target {target} was met in {met} of {finished, plural, one {# finished interval} other {# finished intervals}}{young, plural, =0 {.} one {; # younger one can still change.} other {; # younger ones can still change.}}",

  "keys.title": "Keyboard shortcuts",
  "keys.tables": "Switch all panels between table and chart",
  "keys.help": "Keyboard shortcuts",
  "keys.undoKeys": "Ctrl+Z",
  "keys.redoKeys": "Shift+Ctrl+Z",
  "keys.findKeys": "Ctrl+F",
  "keys.find": "Search the list",
  "keys.single": "Enable single-key shortcuts",
  "keys.close": "Close",
} as const;
