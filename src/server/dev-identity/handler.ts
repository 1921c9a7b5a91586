import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type Provider from "oidc-provider";
import type { Interaction } from "oidc-provider";
import type { Audience } from "#config/sign-in.ts";
import { originOf } from "#server/gateway/caller.ts";
import { metadataAt, type Paths } from "./addresses.ts";
import type { Faults } from "./faults.ts";
import { stepPage, takeStep } from "./interaction.ts";
import { errorPage } from "./pages.ts";

/** Styles of the stand-in's pages. */
const STYLES = `:root { color-scheme: light dark; --ink: #1b1b1b; --quiet: #595959; --ground: #f3f3f3; --card: #fff; --line: #d6d6d6; --accent: #0b5cad; --on-accent: #fff }
@media (prefers-color-scheme: dark) { :root { --ink: #f2f2f2; --quiet: #b5b5b5; --ground: #161616; --card: #232323; --line: #454545; --accent: #7ab8f5; --on-accent: #10243a } }
* { box-sizing: border-box }
body { margin: 0; padding: 16px; background: var(--ground); color: var(--ink); font: 16px/1.5 "Segoe UI", system-ui, sans-serif }
main { max-width: 480px; margin: 4vh auto; padding: 24px; background: var(--card); border: 1px solid var(--line); border-radius: 4px }
h1 { margin: 0 0 16px; font-size: 24px; line-height: 1.25 }
p, ul { margin: 0 0 16px; padding: 0 }
ul { list-style: none }
.notice, li p, button span { color: var(--quiet); font-size: 14px }
li { margin-bottom: 12px }
li p { margin: 4px 0 0 }
.scopes { padding-left: 20px; list-style: disc }
code { overflow-wrap: anywhere }
button { padding: 8px 16px; border: 1px solid var(--accent); border-radius: 4px; background: var(--accent); color: var(--on-accent); font: inherit; cursor: pointer }
li button { width: 100%; text-align: left; background: transparent; color: inherit; border-color: var(--line) }
li button strong, li button span { display: block }
button.plain { background: transparent; color: inherit; border-color: var(--line) }
button:hover { border-color: var(--accent) }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }
.row { display: flex; gap: 8px }
@media (forced-colors: active) { button, main { border-color: ButtonText } }
`;

/** Submits the sign-out form without a second click. */
const SCRIPT = `document.getElementById("sign-out").click();\n`;

export type HandlerParts = {
  provider: Provider;
  at: Paths;
  tenantId: string;
  clientId: string;
  redirectUris: readonly string[];
  audience: Audience;
  faults: Faults;
};

/** Serves one tenant: pages and files here, the protocol by oidc-provider. */
export function createHandler(parts: HandlerParts): RequestListener {
  const protocol = parts.provider.callback();
  const policy = pagePolicy(parts.redirectUris);
  return (request, response) => {
    if (parts.faults.down) return send(response, 503, "text/plain", "Service unavailable");
    response.setHeader("Content-Security-Policy", policy);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "no-referrer");
    const url = new URL(request.url ?? "/", "http://stand-in");
    if (answerFile(parts, url.pathname, request, response)) return;
    if (url.pathname.startsWith(`${parts.at.interaction}/`)) {
      void answerStep(parts, request, response);
      return;
    }
    if (url.pathname === parts.at.logout) request.url = withClient(url, parts.clientId);
    void protocol(request, response);
  };
}

/** Forms redirect to the dashboard, and browsers check form-action against the whole redirect chain. */
function pagePolicy(redirectUris: readonly string[]): string {
  const all = new Set(redirectUris.map((uri) => new URL(uri).origin));
  // CSP cannot express IPv6 addresses, and browsers report them.
  const origins = [...all].filter((origin) => !origin.includes("[")).join(" ");
  return `default-src 'none'; script-src 'self'; style-src 'self'; form-action 'self' ${origins}; base-uri 'none'; frame-ancestors 'none'`;
}

function answerFile(
  { at, tenantId }: HandlerParts,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  if (path === at.styles) send(response, 200, "text/css", STYLES);
  else if (path === at.script) send(response, 200, "text/javascript", SCRIPT);
  else if (path === at.configuration) {
    response.setHeader("Access-Control-Allow-Origin", "*");
    const metadata = metadataAt(originOf(request), tenantId, at);
    send(response, 200, "application/json", JSON.stringify(metadata));
  } else return false;
  return true;
}

async function answerStep(
  { provider, at, audience }: HandlerParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    if (request.method === "POST") return await takeStep(provider, audience, request, response);
    const interaction = await provider.interactionDetails(request, response);
    guardPage(response, openedFromPopup(interaction));
    send(response, 200, "text/html", String(await stepPage(interaction, at, audience)));
  } catch {
    const reason = "This sign-in has expired or was started in another browser. Go back and sign in again.";
    send(response, 400, "text/html", String(await errorPage(at, reason)));
  }
}

/** MSAL's marker for a sign-in in a pop-up. */
function openedFromPopup({ params }: Interaction): boolean {
  return params.pocd === "1";
}

/** As in Entra ID: pages cannot be framed and have no opener, except pop-ups of MSAL. */
export function guardPage(response: Pick<ServerResponse, "setHeader">, popup: boolean): void {
  response.setHeader("X-Frame-Options", "DENY");
  if (!popup) response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
}

/** MSAL sends no client id on sign-out; oidc-provider needs one to check the redirect. */
function withClient(url: URL, clientId: string): string {
  if (!url.searchParams.has("client_id")) url.searchParams.set("client_id", clientId);
  return `${url.pathname}${url.search}`;
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { "Content-Type": `${type}; charset=utf-8`, "Cache-Control": "no-store" });
  response.end(body);
}
