import type { PACK_EN } from "../en/pack.ts";

export const PACK_DE: Record<keyof typeof PACK_EN, string> = {
  "pack.title": "Mappe für die Besprechung",
  "pack.about":
    "Eine Datei für die Besprechung: Sie öffnet sich ohne Netz, lässt sich auf A4 oder Letter drucken und sagt, ob sie nachträglich geändert wurde.",
  "pack.noPanels": "Diese Ansicht hat nichts, was in die Mappe kann.",
  "pack.comment": "Kommentar",
  "pack.commentOn": "Kommentar zu {title}",
  "pack.save": "Datei speichern",
  "pack.close": "Schließen",
  "pack.loading": "Zahlen werden noch geladen…",
  "pack.running": "Wird geschrieben…",
  "pack.failed":
    "Die Datei ließ sich nicht schreiben. Wählen Sie weniger aus. Die Seite muss über https oder auf diesem Rechner geöffnet sein.",
  "pack.saved": "Gespeichert als {name}.",
  "pack.heading": "Empfehlungen: {view}",
  "pack.made": "Erstellt am {time} UTC",
  "pack.live": "Aktuelle Ansicht öffnen",
  "pack.picture": "Diagramm: {title}",
  "pack.csv": "Zahlen von „{title}“ als CSV",
  "pack.cut": "„{title}“ zeigt die ersten {shown} von {total} Zeilen, damit die Datei unter 1 MB bleibt.",
  "pack.noPicture": "„{title}“ hat hier kein Diagramm, damit die Datei unter 1 MB bleibt.",
  "pack.unchecked":
    "Ob diese Datei geändert wurde, ist nicht geprüft: Dazu muss der Browser ihr Skript ausführen.",
  "pack.same": "Diese Datei ist so, wie sie gespeichert wurde: Ihr Inhalt hat die Prüfsumme darunter.",
  "pack.edited":
    "Diese Datei wurde nach dem Speichern geändert: Ihr Inhalt hat nicht die Prüfsumme darunter. Verlassen Sie sich nicht auf ihre Zahlen.",
  "pack.sum": "SHA-256 des Inhalts:",
};
