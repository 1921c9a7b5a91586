import type { SHELL_EN } from "../en/shell.ts";

/** Words of the page's frame, of signing in and of failures; the glossary stands in common.ts. */
export const SHELL_DE = {
  "app.name": "Empfehlungsanalyse",
  "app.views": "Ansichten",
  "app.skip": "Zu den Zahlen springen",

  "view.overview": "Übersicht",
  "view.funnel": "Trichter",
  "view.trends": "Trends",
  "view.markets": "Märkte",
  "view.times": "Antwortzeiten",
  "view.referrals": "Empfehlungen",

  "panel.asTable": "Als Tabelle zeigen",
  "panel.asChart": "Als Diagramm zeigen",
  "panel.loading": "Wird geladen",

  "error.title": "Das konnte nicht geladen werden.",
  "error.old": "Diese Zahlen konnten nicht erneuert werden: Sie sind von der oben genannten Zeit.",
  "error.retry": "Erneut versuchen",
  "error.ids": "Anfrage {requestId}, Korrelation {correlationId}",
  "error.network": "Der Server war nicht erreichbar. Prüfen Sie die Verbindung und versuchen Sie es erneut.",
  "error.timeout":
    "Die Antwort dauerte zu lange. Versuchen Sie es erneut; ein kürzerer Zeitraum fragt nach weniger.",
  "error.throttled":
    "Partner Center bittet um weniger Anfragen. Warten Sie einen Moment und versuchen Sie es erneut.",
  "error.unavailable": "Der Dienst kann derzeit nicht antworten. Versuchen Sie es in einigen Minuten erneut.",
  "error.token-expired": "Die Anmeldung ist abgelaufen. Melden Sie sich erneut an.",
  "error.wrong-audience":
    "Die Anmeldung gilt für einen anderen Dienst. Melden Sie sich ab und dann erneut an.",
  "error.mfa-required":
    "Partner Center verlangt eine mehrstufige Authentifizierung. Melden Sie sich damit erneut an.",
  "error.claims-challenge":
    "Partner Center verlangt einen weiteren Nachweis Ihrer Identität. Melden Sie sich erneut an.",
  "error.forbidden":
    "Dieses Konto hat in Partner Center keine Rolle für Empfehlungen. Bitten Sie einen Administrator um „Referrals admin“ oder „Referrals user“.",
  "error.not-offered": "Die Analyse von Empfehlungen wird in dieser Cloud nicht angeboten.",
  "error.bad-request": "Der Dienst hat die Anfrage abgewiesen.",
  "error.html":
    "Statt Daten kam eine Seite, wie von einem Proxy oder einer Anmeldung. Melden Sie sich im Netzwerk an und versuchen Sie es erneut.",
  "error.not-json":
    "Die Antwort besteht nicht aus lesbaren Daten. Versuchen Sie es erneut; bleibt es dabei, wenden Sie sich an den Betreiber des Dashboards.",
  "error.bad-shape":
    "Die Antwort hat eine Form, die dieses Dashboard nicht kennt. Wenden Sie sich an den Betreiber.",
  "error.unexpected": "Etwas Unerwartetes ist geschehen. Laden Sie die Seite neu.",
  "error.reload": "Neu laden",

  "auth.title": "Anmelden",
  "auth.purpose":
    "Diese Zahlen sind für Personen mit einer Rolle für Empfehlungen in Partner Center. Melden Sie sich mit dem Konto an, das Sie dort verwenden.",
  "auth.signIn": "Anmelden",
  "auth.again": "Erneut versuchen",
  "auth.going": "Sie gelangen zur Anmeldeseite",
  "auth.goOnInWindow": "Fahren Sie in dem geöffneten Fenster fort",
  "auth.reload": "Seite neu laden",
  "auth.newTab": "In neuem Tab öffnen",
  "auth.framed":
    "Microsofts Anmeldeseite öffnet sich in einem eigenen Fenster, da sie sich nicht innerhalb einer anderen Seite zeigt. Oder öffnen Sie dieselbe Ansicht in einem neuen Tab und melden Sie sich dort an.",
  "auth.choose": "Als {name} fortfahren",
  "auth.account": "Konto",
  "auth.tenant": "Mandant {tenant}",
  "auth.switchTo": "Zu {name} wechseln",
  "auth.switch": "Anderes Konto verwenden",
  "auth.signOut": "Abmelden",
  "auth.step.title": "Zum Fortfahren erneut anmelden",
  "auth.step.session":
    "Die Anmeldung ist beendet. Was auf der Seite steht, bleibt; wartende Anfragen gehen danach weiter.",
  "auth.step.proof":
    "Partner Center verlangt einen weiteren Nachweis Ihrer Identität. Was auf der Seite steht, bleibt; wartende Anfragen gehen danach weiter.",
  "auth.step.continue": "In einem Fenster fortfahren",
  "auth.step.here": "Auf dieser Seite fortfahren",
  "auth.step.later": "Nicht jetzt",
  "auth.correlation": "Korrelation {id}",
  "auth.failed": "Die Anmeldung hat nicht geklappt.",
  "auth.problem.pop-up-blocked":
    "Der Browser hat das Anmeldefenster blockiert. Erlauben Sie Pop-ups für diese Seite, oder fahren Sie auf dieser Seite fort.",
  "auth.problem.cancelled": "Die Anmeldung wurde geschlossen, bevor sie fertig war. Versuchen Sie es erneut.",
  "auth.problem.timed-out":
    "Die Anmeldung dauerte zu lange, oder ihre Antwort kam nicht an. Versuchen Sie es erneut.",
  "auth.problem.busy":
    "Eine andere Anmeldung ist noch offen. Schließen Sie sie ab, oder laden Sie die Seite neu.",
  "auth.problem.framed":
    "Innerhalb einer anderen Seite ist die Anmeldung nicht möglich. Öffnen Sie diese Ansicht in einem neuen Tab und melden Sie sich dort an.",
  "auth.problem.expired": "Die Anmeldung ist beendet. Melden Sie sich erneut an.",
  "auth.problem.offline":
    "Es besteht keine Netzwerkverbindung. Stellen Sie sie her und versuchen Sie es erneut.",
  "auth.problem.unreachable":
    "Der Anmeldedienst antwortet nicht. Versuchen Sie es in einigen Minuten erneut.",
  "auth.problem.declined":
    "Die Anmeldung wurde abgelehnt, oder das Dashboard durfte Empfehlungen nicht für Sie lesen. Versuchen Sie es erneut und stimmen Sie zu; können Sie das nicht, bitten Sie einen Administrator um die Zustimmung für alle.",
  "auth.problem.throttled":
    "Der Anmeldedienst bittet um weniger Versuche. Warten Sie eine Minute und versuchen Sie es erneut.",
  "auth.problem.lost":
    "Die Antwort gehört nicht zu einer Anmeldung dieses Fensters. Versuchen Sie es erneut.",
  "auth.problem.not-secure":
    "Der Browser meldet nur über https an. Öffnen Sie das Dashboard unter seiner https-Adresse, oder wenden Sie sich an den Betreiber.",
  "auth.problem.settings":
    "Der Anmeldedienst kennt dieses Dashboard in seiner Einrichtung nicht. Wenden Sie sich an den Betreiber; die Einzelheiten unten helfen.",
  "auth.problem.unexpected":
    "Etwas Unerwartetes ist geschehen. Versuchen Sie es erneut; die Einzelheiten unten helfen dem Betreiber.",
} as const satisfies Record<keyof typeof SHELL_EN, string>;
