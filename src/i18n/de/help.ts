import type { HELP_EN } from "../en/help.ts";

export const HELP_DE = {
  "help.title": "Hilfe",
  "help.search": "Hilfe durchsuchen",
  "help.found": "{count, plural, =0 {Keine Treffer} one {# Treffer} other {# Treffer}}",
  "help.print": "Drucken",
  "help.link": "Mehr dazu in der Hilfe",
  "help.views": "Ansichten",
  "help.view.overview":
    "Wie viele Empfehlungen kamen, wie viele beantwortet und gewonnen wurden, wo sie ausscheiden und was überfällig ist. Zeigt Kennzahlen mit ihrer Veränderung, den Statustrichter mit Abgängen, den Zeitverlauf und die Märkte.",
  "help.view.funnel":
    "Wo Empfehlungen ausscheiden. Zeigt jede Phase mit ihren Abgängen, Trichter nach Markt, Größe oder Zeitraum im gleichen Maßstab, einen direkten Vergleich und den Fortschritt jeder Kohorte.",
  "help.view.trends":
    "Wie sich Empfehlungen oder Quoten entwickeln: gestapelt, als Linien oder als Anteile, im Vergleich zu einem früheren Zeitraum. Um den Zeitraum zu ändern, ziehen Sie über das Diagramm oder halten Sie die Umschalttaste gedrückt und drücken Sie die Pfeiltasten.",
  "help.view.markets":
    "Aus welchen Märkten Empfehlungen kommen, wie sie sich entwickeln und welchen Partnermärkten sie zugewiesen werden.",
  "help.view.times":
    "Wie schnell Empfehlungen beantwortet werden, wie viele pünktlich und welche zu lange warten. Überfällige und in den nächsten 24 Stunden fällige Empfehlungen stehen zuerst.",
  "help.view.referrals":
    "Die einzelnen Empfehlungen. Sortieren, filtern und durchsuchen Sie sie, ordnen Sie die Spalten an und öffnen Sie eine Empfehlung, um ihren Verlauf zu sehen.",
  "help.use": "Dashboard verwenden",
  "help.use.numbers": "Zahlen und Namen",
  "help.use.numbers.text":
    "Klicken Sie auf eine Zahl, um die gezählten Empfehlungen zu öffnen. Klicken Sie auf einen Namen oder eine Markierung, um danach zu filtern; ein weiterer Klick hebt den Filter auf.",
  "help.use.tables": "Diagramme als Tabellen",
  "help.use.tables.text":
    "Jeder Bereich lässt sich als Tabelle mit denselben Zahlen anzeigen. Hat ein Diagramm den Fokus, lesen Sie es mit den Pfeiltasten.",
  "help.use.address": "Links und Lesezeichen",
  "help.use.address.text":
    "Die Adresse enthält Ansicht, Zeitraum und Filter; ein Link oder Lesezeichen öffnet daher dieselbe Seite. Sie enthält keine Daten.",
  "help.use.export": "Exportieren",
  "help.use.export.text":
    "Jeder Bereich lässt sich als CSV, Excel-Arbeitsmappe oder Bild exportieren oder kopieren. Exporte enthalten alle Zeilen, die Filter und den Datenstand.",
  "help.definitions": "Definitionen",
  "help.keys": "Tastenkürzel",
  "help.limits": "Einschränkungen",
  "help.limits.utc": "Tage in UTC",
  "help.limits.utc.text":
    "Tage, Wochen und Monate beginnen um Mitternacht UTC, unabhängig von Ihrem Standort. Wochen beginnen am Montag.",
  "help.limits.undated": "Ohne Datum",
  "help.limits.undated.text":
    "Eine Empfehlung mit fehlendem oder unlesbarem Datum ist in keinem Zeitraum enthalten. Die Zeile über den Bereichen zeigt, wie viele es sind, und verlinkt sie.",
  "help.limits.cut": "Abgeschnittene Ergebnisse",
  "help.limits.cut.text":
    "Partner Center kann Gruppen ohne Hinweis weglassen. Das Dashboard vergleicht Summen mit Gesamtzahlen, fragt bei Bedarf kleinere Teile ab und zeigt „unvollständig“ mit beiden Zahlen, wenn noch etwas fehlt.",
  "help.limits.many": "Große Datenmengen",
  "help.limits.many.text":
    "Die Liste, minutengenaue Zeiten und die meisten Prüfungen der Datenqualität benötigen die einzelnen Empfehlungen. Bis zu {most, number} pro Zeitraum werden automatisch geladen, mehr auf Anforderung.",
  "help.limits.role": "Ihre Rolle",
  "help.limits.role.text":
    "Partner Center zeigt Ihrem Konto möglicherweise nur einen Teil der Empfehlungen. Das Dashboard zählt, was es erhält, und kann nicht erkennen, was fehlt.",
  "help.limits.live": "Auf Basis der Dokumentation",
  "help.limits.live.text":
    "Dieses Dashboard folgt der öffentlichen Dokumentation von Partner Center und wurde nicht am echten Dienst getestet. Wo die Dokumentation unklar ist, akzeptiert es jedes bekannte Format und vergleicht Summen mit Gesamtzahlen.",
} as const satisfies Record<keyof typeof HELP_EN, string>;
