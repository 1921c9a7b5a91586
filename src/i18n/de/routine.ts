import type { ROUTINE_EN } from "../en/routine.ts";

/** German words of the daily routine. */
export const ROUTINE_DE: Record<keyof typeof ROUTINE_EN, string> = {
  "since.title": "Seit Ihrem letzten Besuch",
  "since.visit": "Seit Ihrem letzten Besuch (Daten von {time} UTC)",
  "since.ahead":
    "Die Daten sind älter als die, die Sie zuletzt gesehen haben ({time} UTC). Wählen Sie einen Tag, ab dem gezählt wird.",
  "since.first": "Ab Ihrem nächsten Besuch sehen Sie hier, was seit dem letzten geschehen ist.",
  "since.reset":
    "Die Uhr dieses Geräts wurde zurückgestellt, Ihr letzter Besuch ist daher unbekannt. Wählen Sie einen Tag, ab dem gezählt wird.",
  "since.notKept": "Dieser Browser merkt sich Ihre Besuche nicht: Er blockiert den Speicher für diese Seite.",
  "since.day": "Seit {day}",
  "since.created": "erstellt",
  "since.accepted": "angenommen",
  "since.won": "gewonnen",
  "since.lost": "verloren",
  "since.expired": "abgelaufen",
  "since.changed":
    "{count, plural, =0 {Kein Ergebnis hat sich geändert.} one {# Ergebnis hat sich geändert:} other {# Ergebnisse haben sich geändert:}}",
  "since.change": "{from} → {to}",
  "since.more": "{count, plural, one {und # weitere Änderung} other {und # weitere Änderungen}}",
  "since.changes": "Geänderte Ergebnisse",
  "since.from": "Vorher",
  "since.to": "Jetzt",
  "since.earlier": "Einen Besuch früher",
  "since.last": "Seit dem letzten Besuch",
  "since.choose": "Tag wählen",
  "since.firstDay": "Erster Tag",
};
