import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { LOCAL_CLIENT_ID, LOCAL_TENANT_ID } from "#config/sign-in.ts";
import { type Entra, openDevIdentity } from "#server/dev-identity/open-dev-identity.ts";
import type { Tenant } from "./sign-in-client.ts";

/** A stand-in on a free local port. */
export async function serveDevIdentity(): Promise<{
  entra: Entra;
  tenant: Tenant;
  close: () => Promise<void>;
}> {
  const redirectUri = "http://127.0.0.1:4280/bridge.html";
  const entra = await openDevIdentity({
    tenantId: LOCAL_TENANT_ID,
    clientId: LOCAL_CLIENT_ID,
    redirectUris: [redirectUri],
    host: "127.0.0.1",
    partnerCenterUrl: null,
    secure: false,
  });
  const server = createServer(entra.handler);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const tenant = { origin, tenantId: LOCAL_TENANT_ID, clientId: LOCAL_CLIENT_ID, redirectUri };
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { entra, tenant, close };
}
