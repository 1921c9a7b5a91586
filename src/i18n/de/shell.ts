import type { SHELL_EN } from "../en/shell.ts";

export const SHELL_DE = {
  "app.name": "Empfehlungsanalyse",
  "app.views": "Ansichten",
  "app.skip": "Zum Inhalt springen",

  "view.overview": "Übersicht",
  "view.funnel": "Trichter",
  "view.trends": "Trends",
  "view.markets": "Märkte",
  "view.times": "Antwortzeiten",
  "view.deals": "Geschäfte",
  "view.referrals": "Empfehlungen",

  "open.button": "Dateien öffnen",
  "open.drop": "Dateien zum Öffnen loslassen. Nichts wird hochgeladen.",
  "open.own": "Eigene Dateien öffnen",
  "open.note": "Ohne Anmeldung: Die Dateien bleiben auf diesem Gerät.",

  "panel.asTable": "Als Tabelle anzeigen",
  "panel.asChart": "Als Diagramm anzeigen",
  "picture.time": "Zahlen vom {time}. Die aktuellen werden geladen …",
  "panel.loading": "Wird geladen",

  "error.title": "Die Daten konnten nicht geladen werden.",
  "error.old": "Aktualisierung fehlgeschlagen. Angezeigt wird der oben genannte Datenstand.",
  "error.retry": "Erneut versuchen",
  "error.ids": "Anfrage-ID {requestId}, Korrelations-ID {correlationId}",
  "error.network": "Der Server ist nicht erreichbar. Prüfen Sie Ihre Verbindung und versuchen Sie es erneut.",
  "error.timeout":
    "Die Anfrage hat zu lange gedauert. Versuchen Sie es erneut oder wählen Sie einen kürzeren Zeitraum.",
  "error.throttled":
    "Partner Center drosselt die Anfragen. Warten Sie einen Moment und versuchen Sie es erneut.",
  "error.unavailable":
    "Der Dienst ist vorübergehend nicht verfügbar. Versuchen Sie es in einigen Minuten erneut.",
  "error.token-expired": "Ihre Sitzung ist abgelaufen. Melden Sie sich erneut an.",
  "error.wrong-audience": "Sie sind bei einem anderen Dienst angemeldet. Melden Sie sich ab und wieder an.",
  "error.mfa-required":
    "Partner Center verlangt die mehrstufige Authentifizierung. Melden Sie sich erneut an.",
  "error.claims-challenge":
    "Partner Center verlangt einen weiteren Identitätsnachweis. Melden Sie sich erneut an.",
  "error.forbidden":
    "Ihr Konto hat in Partner Center keine Rolle für Empfehlungen. Bitten Sie einen Administrator um „Referrals admin“ oder „Referrals user“.",
  "error.not-offered": "Die Empfehlungsanalyse ist in dieser Cloud nicht verfügbar.",
  "error.bad-request": "Anfrage abgelehnt. Ändern Sie die Filter und versuchen Sie es erneut.",
  "error.html":
    "Statt Daten kam eine Webseite, vermutlich von einem Proxy oder einer Anmeldeseite. Melden Sie sich im Netzwerk an und versuchen Sie es erneut.",
  "error.not-json":
    "Die Antwort ist nicht lesbar. Versuchen Sie es erneut; tritt der Fehler wieder auf, wenden Sie sich an Ihren Administrator.",
  "error.bad-shape": "Die Antwort hat ein unbekanntes Format. Wenden Sie sich an Ihren Administrator.",
  "error.unexpected": "Ein unerwarteter Fehler ist aufgetreten. Laden Sie die Seite neu.",
  "error.missing-code":
    "Ein Teil dieser Seite konnte nicht geladen werden. Vielleicht wurde sie aktualisiert: Laden Sie sie neu.",
  "error.missing-offline":
    "Sie sind offline, und dieser Teil ist noch nicht geladen. Gehen Sie zurück, oder laden Sie die Seite neu, sobald Sie online sind.",
  "error.reload": "Neu laden",

  "auth.title": "Anmelden",
  "auth.purpose":
    "Sie benötigen eine Rolle für Empfehlungen in Partner Center. Melden Sie sich mit Ihrem Partner-Center-Konto an.",
  "auth.signIn": "Anmelden",
  "auth.again": "Erneut versuchen",
  "auth.going": "Weiterleitung zur Anmeldung",
  "auth.goOnInWindow": "Fahren Sie im Anmeldefenster fort. Falls Sie es nicht finden, beginnen Sie erneut.",
  "auth.reload": "Seite neu laden",
  "auth.newTab": "In neuem Tab öffnen",
  "auth.framed":
    "Die Anmeldung öffnet sich in einem eigenen Fenster. Sie können diese Ansicht auch in einem neuen Tab öffnen und sich dort anmelden.",
  "auth.choose": "Als {name} fortfahren",
  "auth.account": "Konto",
  "auth.tenant": "Mandant {tenant}",
  "auth.switchTo": "Zu {name} wechseln",
  "auth.switch": "Anderes Konto verwenden",
  "auth.signOut": "Abmelden",
  "auth.step.title": "Melden Sie sich erneut an",
  "auth.step.session":
    "Ihre Sitzung ist beendet. Die Seite bleibt, wie sie ist; wartende Anfragen laufen nach der Anmeldung weiter.",
  "auth.step.proof":
    "Partner Center verlangt einen weiteren Identitätsnachweis. Die Seite bleibt, wie sie ist; wartende Anfragen laufen nach der Anmeldung weiter.",
  "auth.step.continue": "In neuem Fenster fortfahren",
  "auth.step.here": "Auf dieser Seite fortfahren",
  "auth.step.later": "Nicht jetzt",
  "auth.correlation": "Korrelations-ID {id}",
  "auth.failed": "Anmeldung fehlgeschlagen.",
  "auth.problem.pop-up-blocked":
    "Ihr Browser hat das Anmeldefenster blockiert. Erlauben Sie Pop-ups für diese Seite oder fahren Sie auf dieser Seite fort.",
  "auth.problem.cancelled": "Die Anmeldung wurde abgebrochen. Versuchen Sie es erneut.",
  "auth.problem.closed": "Das Anmeldefenster wurde vor der Anmeldung geschlossen. Versuchen Sie es erneut.",
  "auth.problem.timed-out": "Die Anmeldung hat zu lange gedauert. Versuchen Sie es erneut.",
  "auth.problem.busy":
    "Es läuft bereits eine andere Anmeldung. Schließen Sie diese ab oder laden Sie die Seite neu.",
  "auth.problem.framed":
    "In einer eingebetteten Seite können Sie sich nicht anmelden. Öffnen Sie diese Ansicht in einem neuen Tab und melden Sie sich dort an.",
  "auth.problem.expired": "Ihre Sitzung ist beendet. Melden Sie sich erneut an.",
  "auth.problem.offline":
    "Sie sind offline. Stellen Sie die Verbindung wieder her und versuchen Sie es erneut.",
  "auth.problem.unreachable":
    "Der Anmeldedienst antwortet nicht. Versuchen Sie es in einigen Minuten erneut.",
  "auth.problem.declined":
    "Die Anmeldung wurde abgelehnt, oder das Dashboard darf Empfehlungen nicht lesen. Versuchen Sie es erneut und stimmen Sie zu, oder bitten Sie einen Administrator um die Zustimmung für Ihre Organisation.",
  "auth.problem.throttled": "Zu viele Anmeldeversuche. Warten Sie eine Minute und versuchen Sie es erneut.",
  "auth.problem.lost":
    "Die Antwort gehört nicht zu einer Anmeldung aus diesem Fenster. Versuchen Sie es erneut.",
  "auth.problem.not-secure":
    "Die Anmeldung erfordert HTTPS. Öffnen Sie das Dashboard unter seiner HTTPS-Adresse oder wenden Sie sich an Ihren Administrator.",
  "auth.problem.settings":
    "Die Anmeldung ist für dieses Dashboard nicht richtig eingerichtet. Senden Sie die folgenden Angaben an Ihren Administrator.",
  "auth.problem.unexpected":
    "Ein unerwarteter Fehler ist aufgetreten. Versuchen Sie es erneut oder senden Sie die folgenden Angaben an Ihren Administrator.",
} as const satisfies Record<keyof typeof SHELL_EN, string>;
