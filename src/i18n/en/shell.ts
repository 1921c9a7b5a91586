/** Texts needed before any view is loaded: page frame, sign-in, errors. */
export const SHELL_EN = {
  "app.name": "Referral analytics",
  "app.views": "Views",
  "app.skip": "Skip to content",

  "view.overview": "Overview",
  "view.funnel": "Funnel",
  "view.trends": "Trends",
  "view.markets": "Markets",
  "view.times": "Response times",
  "view.deals": "Deals",
  "view.referrals": "Referrals",

  "open.button": "Open files",
  "open.drop": "Drop the files to open them. Nothing is uploaded.",
  "open.own": "Open your own files",
  "open.note": "No sign-in needed: the files stay on this device.",

  "panel.asTable": "Show as table",
  "panel.asChart": "Show as chart",
  "picture.time": "Figures from {time}. Loading the current ones …",
  "panel.loading": "Loading",

  "error.title": "Couldn’t load this data.",
  "error.old": "Couldn’t refresh. Showing data from the time above.",
  "error.retry": "Try again",
  "error.ids": "Request ID {requestId}, correlation ID {correlationId}",
  "error.network": "Can’t reach the server. Check your connection and try again.",
  "error.timeout": "The request timed out. Try again, or choose a shorter period.",
  "error.throttled": "Partner Center is throttling requests. Wait a moment and try again.",
  "error.unavailable": "The service is temporarily unavailable. Try again in a few minutes.",
  "error.token-expired": "Your session has expired. Sign in again.",
  "error.wrong-audience": "You’re signed in to a different service. Sign out, then sign in again.",
  "error.mfa-required": "Partner Center requires multi-factor authentication. Sign in again.",
  "error.claims-challenge": "Partner Center needs you to verify your identity. Sign in again.",
  "error.forbidden":
    "Your account has no referral role in Partner Center. Ask an administrator for “Referrals admin” or “Referrals user”.",
  "error.not-offered": "Referral analytics isn’t available in this cloud.",
  "error.bad-request": "Request rejected. Change the filters and try again.",
  "error.html":
    "Received a web page instead of data, probably from a proxy or sign-in page. Sign in to your network and try again.",
  "error.not-json":
    "Couldn’t read the response. Try again; if this keeps happening, contact your administrator.",
  "error.bad-shape": "The response has an unknown format. Contact your administrator.",
  "error.unexpected": "Something went wrong. Reload the page.",
  "error.missing-code": "A part of this page couldn’t be loaded. It may have been updated: reload the page.",
  "error.missing-offline":
    "You’re offline, and this part of the page hasn’t been loaded yet. Go back, or reload the page once you’re online.",
  "error.reload": "Reload",

  "auth.title": "Sign in",
  "auth.purpose": "You need a referral role in Partner Center. Sign in with your Partner Center account.",
  "auth.signIn": "Sign in",
  "auth.again": "Try again",
  "auth.going": "Redirecting to sign-in",
  "auth.reload": "Reload the page",
  "auth.newTab": "Open in a new tab",
  "auth.framed":
    "Sign-in opens in a separate window. You can also open this view in a new tab and sign in there.",
  "auth.goOnInWindow": "Continue in the sign-in window. If you can’t find it, start again.",
  "auth.choose": "Continue as {name}",
  "auth.account": "Account",
  "auth.tenant": "Tenant {tenant}",
  "auth.switchTo": "Switch to {name}",
  "auth.switch": "Use another account",
  "auth.signOut": "Sign out",
  "auth.step.title": "Sign in again to continue",
  "auth.step.session":
    "Your session has ended. This page stays as it is; pending requests continue after you sign in.",
  "auth.step.proof":
    "Partner Center needs you to verify your identity. This page stays as it is; pending requests continue after you sign in.",
  "auth.step.continue": "Continue in a new window",
  "auth.step.here": "Continue on this page",
  "auth.step.later": "Not now",
  "auth.correlation": "Correlation ID {id}",
  "auth.failed": "Sign-in failed.",
  "auth.problem.pop-up-blocked":
    "Your browser blocked the sign-in window. Allow pop-ups for this page, or continue on this page.",
  "auth.problem.cancelled": "Sign-in was cancelled. Try again.",
  "auth.problem.closed": "The sign-in window was closed before you signed in. Try again.",
  "auth.problem.timed-out": "Sign-in timed out. Try again.",
  "auth.problem.busy": "Another sign-in is in progress. Finish it, or reload the page to start over.",
  "auth.problem.framed":
    "You can’t sign in inside another page. Open this view in a new tab and sign in there.",
  "auth.problem.expired": "Your session has ended. Sign in again.",
  "auth.problem.offline": "You’re offline. Reconnect and try again.",
  "auth.problem.unreachable": "The sign-in service isn’t responding. Try again in a few minutes.",
  "auth.problem.declined":
    "Sign-in was declined, or the dashboard has no permission to read referrals. Try again and accept, or ask an administrator to grant consent for your organisation.",
  "auth.problem.throttled": "Too many sign-in attempts. Wait a minute and try again.",
  "auth.problem.lost": "The response doesn’t match a sign-in from this window. Try again.",
  "auth.problem.not-secure":
    "Sign-in requires HTTPS. Open the dashboard at its HTTPS address, or contact your administrator.",
  "auth.problem.settings":
    "Sign-in isn’t set up correctly for this dashboard. Send the details below to your administrator.",
  "auth.problem.unexpected":
    "Something went wrong. Try again, or send the details below to your administrator.",
} as const;
