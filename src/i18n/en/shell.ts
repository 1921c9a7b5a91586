/** Words of the page's frame, of signing in and of failures: what is said before any view is here. */
export const SHELL_EN = {
  "app.name": "Referral analytics",
  "app.views": "Views",
  "app.skip": "Skip to the figures",

  "view.overview": "Overview",
  "view.funnel": "Funnel",
  "view.trends": "Trends",
  "view.markets": "Markets",
  "view.times": "Response times",
  "view.referrals": "Referrals",

  "panel.asTable": "Show as table",
  "panel.asChart": "Show as chart",
  "panel.loading": "Loading",

  "error.title": "This could not be loaded.",
  "error.old": "These figures could not be renewed: they are of the time above.",
  "error.retry": "Try again",
  "error.ids": "Request {requestId}, correlation {correlationId}",
  "error.network": "The server could not be reached. Check the connection, then try again.",
  "error.timeout": "The answer took too long. Try again; a shorter period asks for less.",
  "error.throttled": "Partner Center asks for fewer questions. Wait a moment, then try again.",
  "error.unavailable": "The service cannot answer at the moment. Try again in a few minutes.",
  "error.token-expired": "The sign-in has expired. Sign in again.",
  "error.wrong-audience": "The sign-in is for another service. Sign out, then sign in again.",
  "error.mfa-required": "Partner Center asks for multi-factor authentication. Sign in again with it.",
  "error.claims-challenge": "Partner Center asks for a further proof of who you are. Sign in again.",
  "error.forbidden":
    "This account has no referral role in Partner Center. Ask an administrator for “Referrals admin” or “Referrals user”.",
  "error.not-offered": "Referrals analytics is not offered in this cloud.",
  "error.bad-request": "The service refused the question.",
  "error.html":
    "A page came instead of data, as from a proxy or a sign-in. Sign in to the network, then try again.",
  "error.not-json":
    "The answer is not readable data. Try again; if it stays, tell whoever runs the dashboard.",
  "error.bad-shape": "The answer has a shape that this dashboard does not know. Tell whoever runs it.",
  "error.unexpected": "Something unexpected happened. Reload the page.",
  "error.reload": "Reload",

  "auth.title": "Sign in",
  "auth.purpose":
    "These figures are for people with a referral role in Partner Center. Sign in with the account that you use there.",
  "auth.signIn": "Sign in",
  "auth.again": "Try again",
  "auth.going": "Taking you to the sign-in page",
  "auth.reload": "Reload the page",
  "auth.newTab": "Open in a new tab",
  "auth.framed":
    "Microsoft's sign-in page opens in a window of its own, since it does not show inside another page. Or open the same view in a new tab and sign in there.",
  "auth.goOnInWindow": "Go on in the window that has opened",
  "auth.choose": "Continue as {name}",
  "auth.account": "Account",
  "auth.tenant": "Tenant {tenant}",
  "auth.switchTo": "Switch to {name}",
  "auth.switch": "Use another account",
  "auth.signOut": "Sign out",
  "auth.step.title": "Sign in again to go on",
  "auth.step.session":
    "The sign-in has ended. What is on the page stays; the calls that wait go on afterwards.",
  "auth.step.proof":
    "Partner Center asks for a further proof of who you are. What is on the page stays; the calls that wait go on afterwards.",
  "auth.step.continue": "Continue in a window",
  "auth.step.here": "Continue on this page",
  "auth.step.later": "Not now",
  "auth.correlation": "Correlation {id}",
  "auth.failed": "Signing in did not work.",
  "auth.problem.pop-up-blocked":
    "The browser blocked the sign-in window. Allow pop-ups for this page, or continue on this page.",
  "auth.problem.cancelled": "The sign-in was closed before it was finished. Try again.",
  "auth.problem.timed-out": "The sign-in took too long, or its answer did not arrive. Try again.",
  "auth.problem.busy": "Another sign-in is still open. Finish it, or reload the page to begin anew.",
  "auth.problem.framed":
    "Signing in does not work inside another page. Open this view in a new tab and sign in there.",
  "auth.problem.expired": "The sign-in has ended. Sign in again.",
  "auth.problem.offline": "There is no connection to the network. Connect, then try again.",
  "auth.problem.unreachable": "The sign-in service does not answer. Try again in a few minutes.",
  "auth.problem.declined":
    "The sign-in was declined, or the dashboard was not allowed to read referrals for you. Try again and accept; where you cannot, ask an administrator to consent for everyone.",
  "auth.problem.throttled": "The sign-in service asks for fewer attempts. Wait a minute, then try again.",
  "auth.problem.lost": "The answer does not belong to a sign-in of this window. Try again.",
  "auth.problem.not-secure":
    "The browser signs in over https only. Open the dashboard at its https address, or tell whoever runs it.",
  "auth.problem.settings":
    "The sign-in service does not know this dashboard as it is set up. Tell whoever runs it; the details below help.",
  "auth.problem.unexpected":
    "Something unexpected happened. Try again; the details below help whoever runs the dashboard.",
} as const;
