import type { WHY_EN } from "../en/why.ts";

export const WHY_DE: Record<keyof typeof WHY_EN, string> = {
  "why.link": "warum?",
  "why.link.title": "{figure}: Grund der Veränderung",
  "why.title": "Warum es sich verändert hat",
  "why.subtitle": "{figure}, {by}",
  "why.by": "Erklärt",
  "why.days": "Nur {period}, verglichen mit {comparison}.",
  "why.whole": "Ganzen Zeitraum erklären",
  "why.absent": "Keine Quote zu erklären: In einem der beiden Zeiträume gibt es keine Empfehlungen dafür.",
  "why.unfair":
    "Ein Teil dieser Veränderung kommt womöglich nur daher, dass die früheren Empfehlungen mehr Zeit hatten.",
  "why.sentence":
    "{figure} {way, select, up {um {size} gestiegen} down {um {size} gesunken} other {unverändert}}{has, select, reasons {: {effects}.} other {.}}",
  "why.rest": "{effect} durch alles Übrige",
  "why.chance": "Der Zufall allein könnte diese Veränderung erklären.",
  "why.because.volume": "{effect}, weil {way, select, up {mehr} other {weniger}} Empfehlungen kamen",
  "why.because.created":
    "{effect}, weil {way, select, up {mehr} other {weniger}} Empfehlungen {by, select, market {aus dem Markt {name} kamen} partner {an Partner im Markt {name} gingen} size {von Kunden der Größe {name} kamen} other {in kleine Segmente fielen}}",
  "why.because.mix":
    "{effect}, weil ein {way, select, up {größerer} other {kleinerer}} Anteil {by, select, market {aus dem Markt {name} kam} partner {an Partner im Markt {name} ging} size {von Kunden der Größe {name} kam} other {in kleine Segmente fiel}}",
  "why.because.rate":
    "{effect}, weil {by, select, market {im Markt {name}} partner {von Partnern im Markt {name}} size {bei Kunden der Größe {name}} other {in kleinen Segmenten}} ein {way, select, up {größerer} other {kleinerer}} Teil {figure, select, acknowledged {bestätigt wurde} accepted {angenommen wurde} acceptance {angenommen wurde} exits {ausschied} open {noch offen ist} answered {innerhalb der Frist beantwortet wurde} answeredLate {innerhalb der Frist beantwortet wurde} waiting {auf Antwort wartet} overdue {länger als die Frist wartet} expired {länger als die Frist wartet} other {gewonnen wurde}}",
  "why.sum": "Wirkung",
  "why.mix": "Durch den Anteil",
  "why.rate": "Durch die Quote",
  "why.before": "Vorher",
  "why.after": "Jetzt",
  "why.volume": "Mehr oder weniger Empfehlungen",
  "why.pool": "Kleine Segmente",
  "why.others": "Alle übrigen",
  "why.change": "Veränderung insgesamt",
  "why.title.rival": "Warum es sich unterscheidet",
  "why.time": "Veränderung über die Zeit erklären",
  "why.absent.rival":
    "Keine Quote zu erklären: Auf einer der beiden Seiten gibt es keine Empfehlungen dafür.",
  "why.sentence.rival":
    "{figure} im Vergleich zu {rival}: {way, select, up {{size} höher} down {{size} niedriger} other {kein Unterschied}}.{has, select, reasons { {effects}.} other {}}",
  "why.chance.rival": "Der Zufall allein könnte diesen Unterschied erklären.",
  "why.rival": "{by, select, partner {Partnern im Markt {name}} other {{name}}}",
  "why.rival.note": "Aktuelle Auswahl im Vergleich zu {rival}, beide {period}.",
  "why.after.rival": "Aktuelle Auswahl",
  "why.difference": "Unterschied insgesamt",
};
