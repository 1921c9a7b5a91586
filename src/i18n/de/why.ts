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
    "{effect}, weil {way, select, up {mehr} other {weniger}} Empfehlungen {by, select, market {aus dem Markt {name} kamen} partner {an Partner im Markt {name} gingen} size {von Kunden mit {name} kamen} other {in kleine Segmente fielen}}",
  "why.because.mix":
    "{effect}, weil ein {way, select, up {größerer} other {kleinerer}} Anteil {by, select, market {aus dem Markt {name} kam} partner {an Partner im Markt {name} ging} size {von Kunden mit {name} kam} other {in kleine Segmente fiel}}",
  "why.because.rate":
    "{effect}, weil {by, select, market {im Markt {name}} partner {von Partnern im Markt {name}} size {bei Kunden mit {name}} other {in kleinen Segmenten}} ein {way, select, up {größerer} other {kleinerer}} Teil {figure, select, acknowledged {bestätigt wurde} accepted {angenommen wurde} acceptance {angenommen wurde} exits {ausschied} open {noch offen ist} other {gewonnen wurde}}",
  "why.sum": "Wirkung",
  "why.mix": "Durch den Anteil",
  "why.rate": "Durch die Quote",
  "why.before": "Vorher",
  "why.after": "Jetzt",
  "why.volume": "Mehr oder weniger Empfehlungen",
  "why.pool": "Kleine Segmente",
  "why.others": "Alle übrigen",
  "why.change": "Veränderung insgesamt",
};
