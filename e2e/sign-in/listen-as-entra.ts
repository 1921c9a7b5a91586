import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { generate } from "selfsigned";
import type { Entra } from "#server/dev-identity/open-dev-identity.ts";

const HOST_NAME = "login.microsoftonline.com";

/**
 * Serves a stand-in over https on a free local port with a self-signed certificate for Entra ID's host name, for
 * browsers configured to resolve that name here.
 */
export async function listenAsEntra(
  entra: Pick<Entra, "handler">,
): Promise<{ port: number; close: () => Promise<void> }> {
  const attributes = [{ name: "commonName", value: HOST_NAME }];
  const { cert, private: key } = await generate(attributes, {
    keySize: 2048,
    extensions: [{ name: "subjectAltName", altNames: [{ type: 2, value: HOST_NAME }] }],
  });
  const server = createServer({ cert, key }, entra.handler);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { port: (server.address() as AddressInfo).port, close };
}
