import type { DEALS_EN } from "../en/deals.ts";

export const DEALS_DE: Record<keyof typeof DEALS_EN, string> = {
  "list.column.kind": "Art",
  "list.column.direction": "Richtung",
  "list.column.reason": "Grund",
  "list.column.solution": "Lösung",
  "list.column.leadSource": "Lead-Quelle",
  "list.column.program": "Programm",
  "list.column.salesStage": "Vertriebsphase",
  "list.column.microsoftStatus": "Status bei Microsoft",
  "list.column.registration": "Registrierung",
  "list.column.currency": "Währung",
  "list.column.value": "Geschäftswert",
  "list.column.valueUsd": "Wert in USD (wie angegeben)",
  "list.column.expectedClose": "Erwarteter Abschluss",
  "list.column.updated": "Letzte Änderung",

  "list.column.kind.meaning":
    "Marketplace-Lead, qualifizierter Lead, Co-Sell-, partnergeführtes oder privates Geschäft",
  "list.column.direction.meaning": "Wer es begonnen hat: Microsoft (eingehend) oder der Partner (ausgehend)",
  "list.column.reason.meaning": "Grund, der beim Ablehnen, Verlieren oder Schließen angegeben wurde",
  "list.column.solution.meaning": "Lösungen des Geschäfts",
  "list.column.leadSource.meaning": "Woher der Lead kam",
  "list.column.program.meaning": "Empfehlungs- oder Partnerprogramm",
  "list.column.salesStage.meaning": "Phase im Vertriebsprozess des Partners",
  "list.column.microsoftStatus.meaning": "Status des Geschäfts auf Microsofts Seite",
  "list.column.registration.meaning": "Status der Geschäftsregistrierung",
  "list.column.currency.meaning": "Währung des Geschäftswerts",
  "list.column.value.meaning": "Geschätzter Wert des ganzen Geschäfts in seiner eigenen Währung",
  "list.column.valueUsd.meaning":
    "Wert in US-Dollar, wie Partner Center ihn angibt; hier wird nichts umgerechnet",
  "list.column.expectedClose.meaning": "Erwartetes Abschlussdatum (UTC)",
  "list.column.updated.meaning": "Zeitpunkt der letzten Änderung in Partner Center (UTC)",

  "deal.none": "Nicht angegeben",
  "deal.kind.marketplace-lead": "Marketplace-Lead",
  "deal.kind.qualified-lead": "Qualifizierter Lead",
  "deal.kind.co-sell": "Co-Sell-Geschäft",
  "deal.kind.partner-led": "Partnergeführt",
  "deal.kind.private": "Privat",
  "deal.direction.incoming": "Eingehend",
  "deal.direction.outgoing": "Ausgehend",
  "deal.value.any": "Mit Wert",
  "deal.value.none": "Ohne Wert",
  "deal.measure": "Beträge in",
  "deal.measure.given": "USD, wie von Partner Center angegeben",
  "deal.measure.none": "Ohne Währung",
  "deal.risk.past-close": "Erwarteter Abschluss überschritten",
  "deal.risk.unanswered": "Unbeantwortet, Frist abgelaufen",
  "deal.risk.silent": "Seit über 30 Tagen keine Änderung",
  "deal.registration.unregistered": "Nicht registriert",
  "deal.registration.action-required": "Aktion erforderlich",
  "deal.registration.review-pending": "In Prüfung",
  "deal.registration.passed": "Prüfung bestanden",
  "deal.registration.approved": "Genehmigt",
  "deal.registration.failed": "Prüfung nicht bestanden",
  "deal.registration.closed": "Geschlossen",
  "deal.waits.partner": "Sie",
  "deal.waits.microsoft": "Microsoft",
  "deal.waits.nobody": "niemanden",
  "drill.valued": "Mit einem Wert in {measure}",
  "drill.unvalued": "Ohne Wert in {measure}",

  "help.view.deals":
    "Geschäftswerte je Währung, offene Pipeline, gefährdeter Wert, Gründe für abgelehnte und verlorene Empfehlungen sowie Registrierungen, soweit die Quelle sie hat.",

  "deals.absent":
    "Diese Quelle hat keine Geschäftswerte, Gründe oder Registrierungen. Öffnen Sie Downloads aus Partner Center, etwa Co-Sell- oder Lead-Insights, oder verbinden Sie die Referrals API.",
  "deals.deals": "Geschäfte",
  "deals.sum": "Wert",
  "deals.median": "Mittlerer Wert (Median)",
  "deals.without": "Ohne Wert in dieser Währung",
  "deals.shareOf": "Anteil",

  "deals.value.title": "Wert nach Währung",
  "deals.value.subtitle": "{period} nach Datum „{basis}“. Währungen werden nie zusammengezählt.",
  "deals.value.open": "Offen",
  "deals.value.openDeals": "Offene Geschäfte",
  "deals.value.won": "Gewonnen",
  "deals.value.wonDeals": "Gewonnene Geschäfte",
  "deals.value.atRisk": "Gefährdet",
  "deals.value.atRiskDeals": "Gefährdete Geschäfte",
  "deals.value.none": "Keine Empfehlung dieser Auswahl hat einen Wert.",
  "deals.value.unvalued": "Ganz ohne Wert: {open} offene und {won} gewonnene Geschäfte.",

  "deals.pipeline.title": "Offene Pipeline nach Phase",
  "deals.pipeline.subtitle": "Offene Geschäfte, Beträge in {measure}",
  "deals.pipeline.stage": "Phase",
  "deals.pipeline.none": "In dieser Auswahl ist kein Geschäft offen.",
  "deals.pipeline.sentence":
    "Das meiste liegt in {stage}: {value} von {all} in {count, plural, one {# Geschäft} other {# Geschäften}}.",

  "deals.won.title": "Gewonnener Wert im Zeitverlauf",
  "deals.won.subtitle": "Gewonnene Geschäfte nach Datum „{basis}“, Beträge in {measure}",
  "deals.won.none": "In dieser Auswahl ist kein Geschäft gewonnen.",
  "deals.won.sentence":
    "{value} gewonnen in {count, plural, one {# Geschäft} other {# Geschäften}} mit einem Wert in {measure}.",

  "deals.risk.title": "Gefährdeter Wert",
  "deals.risk.subtitle": "Offene Geschäfte am {time} UTC, Beträge in {measure}; jedes zählt einmal",
  "deals.risk.why": "Warum",
  "deals.risk.none":
    "{isAll, select, no {Von keinem offenen Geschäft ist bekannt, dass es gefährdet ist.} other {Kein offenes Geschäft ist gefährdet.}}",
  "deals.risk.sentence":
    "{isAll, select, no {Mindestens } other {}}{share} des offenen Werts sind gefährdet.",
  "deals.risk.absent": "In dieser Quelle nicht enthalten: {fields}.",

  "deals.field.expectedClose": "erwarteter Abschluss",
  "deals.field.updated": "Datum der letzten Änderung",

  "deals.split.title": "Empfehlungen im Zeitverlauf",
  "deals.split.by": "Aufteilen nach",
  "deals.split.other": "Sonstige",
  "deals.split.total": "Alle",
  "deals.split.several":
    "Eine Empfehlung mit mehreren Lösungen zählt für jede davon einmal; zusammen können es daher mehr sein als {count, plural, one {die # Empfehlung} other {die # Empfehlungen}} dieser Auswahl.",

  "deals.reasons.title": "Warum Empfehlungen abgelehnt wurden oder verloren gingen",
  "deals.reasons.subtitle":
    "{period} nach Datum „{basis}“, {count, plural, one {# Empfehlung} other {# Empfehlungen}}",
  "deals.reasons.reason": "Grund",
  "deals.reasons.all": "Beides",
  "deals.reasons.none": "In dieser Auswahl wurde nichts abgelehnt oder verloren.",
  "deals.reasons.sentence": "Am häufigsten: {reason}, {count} von {all} ({share}).",
  "deals.reasons.markets": "Gründe nach Markt",
  "deals.reasons.time": "Gründe im Zeitverlauf",
  "deals.reasons.timeSubtitle": "Nach Datum „{basis}“",

  "deals.registrations.title": "Von gewonnen bis genehmigt",
  "deals.registrations.subtitle":
    "{count, plural, one {# gewonnenes Geschäft} other {# gewonnene Geschäfte}}, Beträge in {measure}",
  "deals.registrations.step": "Registrierung",
  "deals.registrations.waits": "Wartet auf",
  "deals.registrations.none": "In dieser Auswahl ist kein Geschäft gewonnen.",
  "deals.registrations.sentence": "Auf Sie warten: {partner}. Auf Microsoft: {microsoft}.",
  "deals.registrations.days":
    "Median: {registered} von gewonnen bis registriert ({registeredCount, plural, one {# Geschäft} other {# Geschäfte}}), {approved} von registriert bis genehmigt ({approvedCount, plural, one {# Geschäft} other {# Geschäfte}}).",

  "defined.value": "Geschäftswert",
  "define.value":
    "Der geschätzte Wert des ganzen Geschäfts. Er zählt einmal, wie viele Lösungen das Geschäft auch nennt. Werte werden je Währung zusammengezählt und nie umgerechnet; der Wert in USD, den Partner Center angibt, wird für sich zusammengezählt. Geschäfte ohne Wert sind in keiner Summe; ihre Zahl wird angezeigt. Der Median ist der Wert in der Mitte.",
  "defined.pipeline": "Offene Pipeline",
  "define.pipeline":
    "Geschäfte mit offenem Ergebnis nach der Vertriebsphase der Quelle. Hat die Quelle keine Phasen, nach dem Ergebnis: neu, bestätigt oder angenommen.",
  "defined.atRisk": "Gefährdeter Wert",
  "define.atRisk":
    "Offene Geschäfte in einem von drei Zuständen, der erste zutreffende gilt: der Tag des erwarteten Abschlusses ist vorbei; niemand hat innerhalb von 14 Tagen geantwortet; die letzte Änderung ist über 30 Tage her. Jedes Geschäft zählt einmal. Beurteilt zum Zeitpunkt der Daten.",
  "defined.reasons": "Gründe",
  "define.reasons":
    "Empfehlungen mit dem Ergebnis Abgelehnt oder Verloren nach dem Grund der Quelle, genau wie dort geschrieben.",
  "defined.registration": "Registrierung",
  "define.registration":
    "Gewonnene Geschäfte nach dem Status ihrer Registrierung; ohne Status nach dem letzten Datum: genehmigt, nicht bestanden, bestanden, in Prüfung. Nicht registriert und Aktion erforderlich warten auf den Partner, In Prüfung und Prüfung bestanden auf Microsoft. Tage werden über Geschäfte gezählt, die beide Daten in richtiger Reihenfolge haben.",
};
