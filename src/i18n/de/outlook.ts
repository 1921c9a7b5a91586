import type { OUTLOOK_EN } from "../en/outlook.ts";

/** German words of rates by age, and of what open referrals will bring. */
export const OUTLOOK_DE: Record<keyof typeof OUTLOOK_EN, string> = {
  "outlook.title": "Was die offenen Empfehlungen bringen werden",
  "outlook.subtitle": "Empfehlungen, {basis} {period}, die noch offen sind",
  "outlook.notYet": "Berechnet aus den einzelnen Empfehlungen der letzten 30 Monate.",
  "outlook.start": "Berechnen",
  "outlook.sentence":
    "Von {open} offenen Empfehlungen werden etwa {expected} gewonnen, am wahrscheinlichsten {low} bis {high}.",
  "outlook.few": "Zu wenige Empfehlungen bekannt: Eine Prognose braucht mindestens 30.",
  "outlook.none": "In dieser Auswahl ist keine Empfehlung offen.",
  "outlook.beyond":
    "{open, plural, one {Die einzige offene Empfehlung ist} other {Alle # offenen Empfehlungen sind}} älter als {limit, plural, one {# Tag} other {# Tage}}. Zu wenige waren so lange offen, um etwas vorherzusagen.",
  "outlook.base":
    "80-%-Intervall, berechnet aus {base} Empfehlungen, die in den letzten 24 Monaten erstellt wurden, und dem, was binnen {limit, plural, one {# Tag} other {# Tagen}} aus ihnen wurde.",
  "outlook.older":
    "{count, plural, one {# offene Empfehlung ist} other {# offene Empfehlungen sind}} älter als {limit, plural, one {# Tag} other {# Tage}} und {count, plural, one {zählt} other {zählen}} als nicht gewonnen.",
  "outlook.left":
    "{count, plural, one {# offene Empfehlung ohne brauchbares Erstelldatum bleibt} other {# offene Empfehlungen ohne brauchbares Erstelldatum oder älter als 30 Monate bleiben}} außer Betracht.",
  "outlook.held":
    "Im Rückblick auf 90 und 180 Tage, Markt für Markt, trafen solche Intervalle in {held} von {looks, plural, one {# Fall} other {# Fällen}} zu.",
  "outlook.unchecked":
    "Vor 90 und 180 Tagen hatte kein Markt 30 offene Empfehlungen, daher ließ sich das Intervall nicht prüfen.",
  "outlook.looks": "Rückblick: was vorhergesagt worden wäre und was kam",
  "outlook.from": "Stand",
  "outlook.happened": "Seither gewonnen",
  "outlook.isHeld": "Intervall traf zu",
  "outlook.yes": "ja",
  "outlook.no": "nein",
  "outlook.row.open": "Offen",
  "outlook.row.expected": "Erwartete Gewinne",
  "outlook.row.low": "80-%-Intervall, von",
  "outlook.row.high": "80-%-Intervall, bis",
  "outlook.row.beyond": "Zu alt für eine Aussage",
  "outlook.row.left": "Außer Betracht",
  "outlook.row.base": "Berechnet aus Empfehlungen",
  "outlook.row.limit": "Bekannt bis zum Alter, Tage",
};
