import type { MARKETS_EN } from "../en/markets.ts";

/** Words of the Markets view. */
export const MARKETS_DE = {
  "ranked.title": "Kundenmärkte",
  "ranked.subtitle": "Empfehlungen, {basis} {period}, nach Kundenmarkt",
  "ranked.change": "Änderung",
  "ranked.close": "Abschlussquote",
  "ranked.days": "Tage bis Annahme",
  "ranked.daysNote": "Tage bis Annahme: der Median, in ganzen Tagen gezählt.",
  "ranked.overdue": "Überfällig",
  "ranked.days.value": "{days, plural, one {# Tag} other {# Tage}}",
  "ranked.days.failed": "Die Tage bis zur Annahme konnten nicht geladen werden.",
  "ranked.courses.failed": "Die Verläufe konnten nicht geladen werden.",
  "ranked.best":
    "Die meisten Empfehlungen: {market}, {count} von {all}. Höchste Annahme unter Märkten mit mindestens 30 Empfehlungen: {best} ({bestRate}); niedrigste: {worst} ({worstRate}).",
  "ranked.first": "Die meisten Empfehlungen: {market}, {count} von {all}.",

  "routing.title": "Zuweisung",
  "routing.subtitle":
    "Vom Kundenmarkt (Zeilen) zum Partnermarkt (Spalten); Empfehlungen im selben Markt gesondert",
  "routing.cell": "Jede Zelle zeigt",
  "routing.cell.count": "Empfehlungen",
  "routing.cell.acceptance": "Annahme",
  "routing.cell.win": "Gewinnquote",
  "routing.from": "Kundenmarkt",
  "routing.domestic": "Selber Markt",
  "routing.all": "Alle",
  "routing.other": "Übrige ({count})",
  "routing.sentence":
    "{domestic} von {all} Empfehlungen ({share}) bleiben in ihrem Markt; {crossed} gehen an einen Partner in einem anderen oder in keinem Markt.",
} as const satisfies Record<keyof typeof MARKETS_EN, string>;
