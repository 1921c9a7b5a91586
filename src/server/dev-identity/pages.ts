import { html, raw } from "hono/html";
import type { Paths } from "./addresses.ts";
import { type Account, STAFF } from "./staff.ts";

type Html = ReturnType<typeof html>;

function layout(at: Paths, title: string, body: Html): Html {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} – stand-in for Entra ID</title>
<link rel="stylesheet" href="${at.styles}">
</head>
<body>
<main>
<p class="notice">Local replacement for Microsoft Entra ID with sample accounts. No password needed.</p>
<h1>${title}</h1>
${body}
</main>
</body>
</html>`;
}

/** The account picker; the hinted account comes first. */
export function accountsPage(at: Paths, action: string, hinted: Account | undefined): Html {
  const accounts = hinted ? [hinted, ...STAFF.filter((one) => one !== hinted)] : STAFF;
  const rows = accounts.map(
    ({
      oid,
      name,
      upn,
      about,
    }) => html`<li><button name="account" value="${oid}" aria-describedby="about-${oid}">
<strong>${name}</strong> <span>${upn}</span></button>
<p id="about-${oid}">${about}</p></li>`,
  );
  return layout(
    at,
    "Pick an account",
    html`<form method="post" action="${action}"><ul>${rows}</ul>
<button class="plain" name="cancel" value="yes">Cancel</button></form>`,
  );
}

/** The second factor, after the password. */
export function secondFactorPage(at: Paths, action: string, account: Account | undefined): Html {
  return layout(
    at,
    "Approve sign-in request",
    html`<p>${account?.name} needs a second factor to sign in.</p>
<form method="post" action="${action}"><div class="row">
<button name="factor" value="approve">Approve</button>
<button class="plain" name="cancel" value="yes">Deny</button></div></form>`,
  );
}

export function consentPage(at: Paths, action: string, account: Account | undefined, scope: string): Html {
  return layout(
    at,
    "Permissions requested",
    html`<p>Referral analytics wants to do the following on behalf of ${account?.name}:</p>
<ul class="scopes"><li>Access Partner Center <code>${scope}</code></li>
<li>Sign you in and read your profile</li></ul>
<form method="post" action="${action}"><div class="row">
<button name="consent" value="accept">Accept</button>
<button class="plain" name="cancel" value="yes">Decline</button></div></form>`,
  );
}

/** Submits oidc-provider's sign-out form by script. */
export function signOutPage(at: Paths, form: string): Html {
  return layout(
    at,
    "Signing out",
    html`${raw(form)}<button form="op.logoutForm" name="logout" value="yes" id="sign-out">Sign out</button>
<script src="${at.script}"></script>`,
  );
}

export function signedOutPage(at: Paths): Html {
  return layout(at, "You’re signed out", html`<p>You can close this page.</p>`);
}

export function errorPage(at: Paths, reason: string): Html {
  return layout(at, "Can’t sign in", html`<p role="alert">${reason}</p>`);
}
