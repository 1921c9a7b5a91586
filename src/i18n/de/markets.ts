import type { MARKETS_EN } from "../en/markets.ts";

export const MARKETS_DE = {
  "ranked.title": "Kundenmärkte",
  "ranked.subtitle": "Empfehlungen, {basis} {period}, nach Kundenmarkt",
  "ranked.change": "Veränderung",
  "ranked.changeOf": "{figure}, Veränderung",
  "ranked.before": "{figure} zuvor, {judged, select, today {mit heutigem Stand} other {bei gleichem Alter}}",
  "ranked.close": "Abschlussquote",
  "ranked.days": "Tage bis zur Annahme",
  "ranked.daysNote": "Tage bis zur Annahme: Median in ganzen Tagen.",
  "ranked.overdue": "Überfällig",
  "ranked.days.value": "{days, plural, one {# Tag} other {# Tage}}",
  "ranked.days.failed": "Die Tage bis zur Annahme konnten nicht geladen werden.",
  "ranked.trends.failed": "Die Verläufe konnten nicht geladen werden.",
  "ranked.best":
    "Die meisten Empfehlungen kommen aus {market}: {count} von {all}. Höchste Annahmequote: {best} ({bestRate}). Niedrigste: {worst} ({worstRate}). Ohne kleine Basen.",
  "ranked.first": "Die meisten Empfehlungen kommen aus {market}: {count} von {all}.",

  "routing.title": "Zuweisung",
  "routing.subtitle":
    "Vom Kundenmarkt (Zeilen) zum Partnermarkt (Spalten); Empfehlungen im gleichen Markt sind gesondert aufgeführt",
  "routing.cell": "In Zellen anzeigen",
  "routing.cell.count": "Empfehlungen",
  "routing.cell.acceptance": "Annahmequote",
  "routing.cell.win": "Gewinnquote",
  "routing.from": "Kundenmarkt",
  "routing.domestic": "Gleicher Markt",
  "routing.all": "Alle",
  "routing.other": "Sonstige ({count})",
  "routing.sentence":
    "{domestic} von {all} Empfehlungen ({share}) bleiben in ihrem Markt; {crossed} gehen an Partner in einem anderen oder ohne Markt.",
} as const satisfies Record<keyof typeof MARKETS_EN, string>;
