import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** A portal on another site than the dashboard, with a policy of its own. */
export type PortalSite = {
  /** Under a name that is another site than 127.0.0.1. */
  origin: string;
  /** Names the only origin that its policy lets it frame and load from. */
  meet: (dashboard: string) => void;
  stop: () => Promise<void>;
};

/** What a portal's page loads: a page and its module. */
type Files = Readonly<Record<string, { type: string; body: string }>>;

const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A portal</title>
<link rel="stylesheet" href="/portal.css"></head>
<body><header><a href="#before">Before</a></header><main id="place"></main><footer><a href="#after">After</a></footer>
<script type="module" src="/page.js"></script></body></html>`;

/** The portal's page once more, as it would be without a policy: any frame may stand in it. */
export const WITHOUT_POLICY = "/without-policy";

/** A portal that does what the product's README says, and keeps what it is told where a test can read it. */
const MODULE = `
const asked = new URLSearchParams(location.search);
const { createDashboard } = await import(asked.get("dashboard") + "/portal.js");
const place = document.getElementById("place");
const KINDS = ["ready", "resized", "selectionChanged", "signInNeeded", "signedIn", "failed", "openRecords"];
window.dashboards = Array.from({ length: Number(asked.get("count") ?? 1) }, (_, index) => {
  const box = document.createElement("div");
  place.append(box);
  const options = JSON.parse(asked.get("options") ?? "{}");
  const url = asked.get("dashboard") + (asked.get("path") ?? "/");
  const dashboard = createDashboard(box, { url, title: "Dashboard " + (index + 1), ...options });
  const said = [];
  for (const kind of KINDS) dashboard.on(kind, (event) => said.push({ ...event, at: performance.now() }));
  return { ...dashboard, said };
});
`;

/** Starts the portal on a free port. */
export async function startPortal(): Promise<PortalSite> {
  let dashboard = "";
  const files: Files = {
    "/": { type: "text/html", body: PAGE },
    [WITHOUT_POLICY]: { type: "text/html", body: PAGE },
    "/page.js": { type: "text/javascript", body: MODULE },
    "/portal.css": { type: "text/css", body: "body { margin: 0; padding: 16px; }" },
    "/empty": { type: "text/html", body: "<!doctype html><title>Empty</title>" },
  };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://portal");
    const file = files[pathname];
    if (!file) {
      response.writeHead(404).end();
      return;
    }
    if (pathname !== WITHOUT_POLICY) response.setHeader("Content-Security-Policy", policy(dashboard));
    response.writeHead(200, { "Content-Type": `${file.type}; charset=utf-8` }).end(file.body);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const meet = (origin: string) => {
    dashboard = origin;
  };
  return { origin: `http://portal.localhost:${port}`, meet, stop: () => close(server) };
}

function policy(dashboard: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' ${dashboard}`,
    "style-src 'self'",
    `frame-src ${dashboard}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; ");
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  server.close();
  await once(server, "close");
}
