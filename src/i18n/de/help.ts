import type { HELP_EN } from "../en/help.ts";

/** Words of the help. */
export const HELP_DE = {
  "help.title": "Hilfe",
  "help.search": "Hilfe durchsuchen",
  "help.found": "{count, plural, =0 {Nichts gefunden} one {# Eintrag} other {# Einträge}}",
  "help.print": "Drucken",
  "help.link": "Alles dazu in der Hilfe",
  "help.views": "Was jede Ansicht beantwortet",
  "help.view.overview":
    "Wie viele Empfehlungen kamen, wie viele haben wir beantwortet, was haben wir gewonnen, wo scheiden sie aus, und was ist jetzt überfällig? Kennzahlen mit ihrer Änderung, der Statustrichter mit seinen Abgängen, der Verlauf und die Märkte.",
  "help.view.funnel":
    "Wo scheiden Empfehlungen aus? Jede Phase mit ihren Abgängen als Zweigen; dasselbe nach Markt, Größe oder Zeitraum in einem Maßstab; zwei Auswahlen nebeneinander; und wie weit jede Kohorte erstellter Empfehlungen gekommen ist.",
  "help.view.trends":
    "Wie entwickeln sie sich? Empfehlungen oder Quoten im Verlauf, gestapelt, als Linien oder als Anteile, verglichen mit einem früheren Zeitraum. Ziehen Sie über das Diagramm oder nutzen Sie Umschalt und die Pfeiltasten, um einen Ausschnitt zum Zeitraum zu machen.",
  "help.view.markets":
    "Aus welchen Märkten kommen Empfehlungen, was wird aus ihnen, und an Partner welchen Marktes werden sie zugewiesen?",
  "help.view.times":
    "Wie schnell antworten wir, wie oft rechtzeitig, und welche Empfehlungen warten zu lange? Zuerst stehen die Listen dessen, was überfällig ist, und dessen, was es in den nächsten 24 Stunden wird.",
  "help.view.referrals":
    "Die Empfehlungen selbst: Sortieren, filtern und durchsuchen Sie sie, ordnen Sie die Spalten und öffnen Sie eine Empfehlung, um ihren Werdegang auf einer Linie zu sehen.",
  "help.use": "So nutzen Sie die Seite",
  "help.use.numbers": "Zahlen und Namen",
  "help.use.numbers.text":
    "Eine Zahl öffnet genau die Empfehlungen, die sie zählt. Ein Name oder eine Markierung beschränkt die Seite auf ihre Empfehlungen; noch einmal gedrückt, wird das zurückgenommen.",
  "help.use.tables": "Diagramme als Tabellen",
  "help.use.tables.text":
    "Jeder Bereich lässt sich als Tabelle mit denselben Zahlen lesen. In Diagrammen gehen Sie mit den Pfeiltasten von Punkt zu Punkt, sobald sie den Fokus haben.",
  "help.use.address": "Adressen",
  "help.use.address.text":
    "Die Adresse enthält alles, was Sie betrachten, sodass ein Link oder ein Lesezeichen dasselbe wieder zeigt. Zahlen enthält sie nicht.",
  "help.use.export": "Exportieren",
  "help.use.export.text":
    "Jeder Bereich lässt sich als CSV, als Arbeitsmappe oder als Bild exportieren oder kopieren: alle Zeilen, mit den Filtern und dem Stand der Daten.",
  "help.definitions": "Was jede Zahl bedeutet",
  "help.keys": "Tastenkürzel",
  "help.limits": "Grenzen und was nicht bekannt ist",
  "help.limits.utc": "Tage in UTC",
  "help.limits.utc.text":
    "Ein Tag, eine Woche und ein Monat beginnen um Mitternacht UTC, wo immer Sie sind. Wochen beginnen montags.",
  "help.limits.undated": "Ohne Datum",
  "help.limits.undated.text":
    "Eine Empfehlung, deren Datum fehlt oder unlesbar ist, liegt in keinem Zeitraum. Die Zeile über den Bereichen sagt, wie viele es sind, und listet sie auf.",
  "help.limits.cut": "Gekürzte Antworten",
  "help.limits.cut.text":
    "Partner Center lässt womöglich Gruppen weg, ohne es zu sagen. Die Seite vergleicht Summen mit Gesamtzahlen, fragt nach engeren Teilen und sagt „unvollständig“ mit beiden Zahlen, wo noch etwas fehlt.",
  "help.limits.many": "Sehr viele Empfehlungen",
  "help.limits.many.text":
    "Die Liste, Zeiten auf die Minute und das meiste der Datenqualität brauchen die Empfehlungen selbst. Bis zu {most, number} eines Zeitraums werden sofort gelesen, mehr auf Ihren Wunsch.",
  "help.limits.role": "Was Ihre Rolle zeigt",
  "help.limits.role.text":
    "Partner Center zeigt einem Konto womöglich nur einen Teil der Empfehlungen. Die Seite kann nicht wissen, welchen, und zählt, was sie bekommt.",
  "help.limits.live": "Dokumentation und Wirklichkeit",
  "help.limits.live.text":
    "Dieses Dashboard ist nach der öffentlichen Dokumentation von Partner Center gebaut, die einiges offenlässt, und wurde veröffentlicht, ohne am echten Dienst erprobt worden zu sein. Wo die Dokumentation schweigt, versteht die Seite jede bekannte Form und vergleicht Summen mit Gesamtzahlen.",
} as const satisfies Record<keyof typeof HELP_EN, string>;
