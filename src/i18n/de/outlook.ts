import type { OUTLOOK_EN } from "../en/outlook.ts";

export const OUTLOOK_DE: Record<keyof typeof OUTLOOK_EN, string> = {
  "outlook.title": "Prognose für offene Empfehlungen",
  "outlook.subtitle": "Empfehlungen, {basis} {period}, die noch offen sind",
  "outlook.notYet": "Berechnet aus den einzelnen Empfehlungen der letzten 30 Monate.",
  "outlook.start": "Berechnen",
  "outlook.sentence":
    "Von {open} offenen Empfehlungen werden etwa {expected} gewonnen, am wahrscheinlichsten {low} bis {high}.",
  "outlook.few": "Zu wenige Empfehlungen für eine Prognose: Nötig sind mindestens 30.",
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
  "outlook.row.beyond": "Zu alt für eine Prognose",
  "outlook.row.left": "Außer Betracht",
  "outlook.row.base": "Berechnet aus Empfehlungen",
  "outlook.row.limit": "Bekannt bis zum Alter, Tage",

  "ages.title": "Quoten nach Alter",
  "ages.subtitle":
    "Empfehlungen, erstellt {period}, nach der Zeit seit ihrer Erstellung; Bänder sind 95-%-Konfidenzintervalle",
  "ages.hint":
    "Zeigen Sie auf das Diagramm oder nutzen Sie die Pfeiltasten, um die Quoten in einem Alter abzulesen.",
  "ages.age": "Alter",
  "ages.days": "{age, plural, one {# Tag} other {# Tage}}",
  "ages.end": "Am Ende (bis {age, plural, one {# Tag} other {# Tage}})",
  "ages.interval": "95-%-KI",
  "ages.atRisk": "Bis dahin unentschieden",
  "ages.read": "{name}: {rate} ({interval}), {atRisk} bis dahin unentschieden.",
  "ages.read.nothing": "{name}: weniger als 30 Empfehlungen sind so alt, daher keine Quote.",
  "ages.said": "{what}: {rate}.",
  "ages.sentence.end":
    "Am Ende werden {won} gewonnen; nach {age, plural, one {# Tag} other {# Tagen}} sind weniger als 30 Empfehlungen übrig, daher keine Quoten.",
  "ages.few": "Weniger als 30 Empfehlungen: zu wenige für eine Kurve.",
  "ages.unplaced":
    "{name}: {count, plural, one {# Empfehlung ohne brauchbares Datum bleibt} other {# Empfehlungen ohne brauchbares Datum bleiben}} außer Betracht.",
  "ages.noOutcomes": "Der Ergebnisfilter gilt hier nicht: Quoten nach Alter brauchen alle Ergebnisse.",
  "ages.parts": "Nach Zeit der Erstellung",
  "ages.parts.within":
    "Nach Zeit der Erstellung, binnen {age, plural, one {# Tag} other {# Tagen}}; dünne Linien sind alle zusammen",
  "ages.by.accepted": "Angenommen binnen {age, plural, one {# Tag} other {# Tagen}}",
  "ages.by.won": "Gewonnen binnen {age, plural, one {# Tag} other {# Tagen}}",
  "ages.estimate": "Schätzung",
  "ages.nothing": "Zu jung, oder weniger als 30 Empfehlungen sind so alt.",
  "ages.at": "Vergleichen bei",
  "ages.at.days": "{age, plural, one {# Tag} other {# Tagen}}",
  "ages.at.today": "Heute, in jedem Alter",
  "ages.calculating":
    "Quoten bei {age, plural, one {# Tag} other {# Tagen}} brauchen die einzelnen Empfehlungen; bis sie da sind, zeigt das Diagramm die heutigen Quoten.",
  "cohorts.subtitle.age":
    "Empfehlungen, erstellt {period}, nach {grain, select, day {Tag} week {Woche (ab Montag)} month {Monat} quarter {Quartal} other {Jahr}} der Erstellung: angenommen und gewonnen binnen {age, plural, one {# Tag} other {# Tagen}}; Bänder zeigen 95-%-Konfidenzintervalle",
  "cohorts.younger": "jünger als {age, plural, one {# Tag} other {# Tage}}: Schätzung",
  "cohorts.sentence.age":
    "{reached} von {all} Kohorten haben {age, plural, one {# Tag} other {# Tage}} erreicht{common, plural, =0 {.} one {; alle haben # Tag erreicht.} other {; alle haben # Tage erreicht.}}",
  "cohorts.sentence.range":
    "Die Annahmequote bis dahin reicht von {low} ({lowBucket}) bis {high} ({highBucket}). Ohne kleine Basen.",
};
