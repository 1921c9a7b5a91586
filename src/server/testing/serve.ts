import { createServer, type RequestListener } from "node:http";
import { type AddressInfo, connect } from "node:net";

/** A listener on a free local port. */
export async function serve(
  listener: RequestListener,
): Promise<{ origin: string; port: number; close: () => Promise<void> }> {
  const server = createServer({ maxHeaderSize: 256 * 1024 }, listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { origin: `http://127.0.0.1:${port}`, port, close };
}

export type RawResponse = { status: number; headers: Headers; body: string };

/** Sends raw lines and reads until the connection ends. */
export function sendRaw(port: number, lines: readonly string[]): Promise<RawResponse> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1");
    const chunks: Buffer[] = [];
    socket.on("data", (chunk: Buffer) => chunks.push(chunk));
    socket.on("end", () => resolve(readResponse(Buffer.concat(chunks).toString())));
    socket.on("error", reject);
    socket.write(`${[...lines, "Connection: close"].join("\r\n")}\r\n\r\n`);
  });
}

function readResponse(text: string): RawResponse {
  const [head = "", body = ""] = text.split(/\r\n\r\n(.*)/s);
  const [first = "", ...lines] = head.split("\r\n");
  const headers = new Headers(
    lines.map((line): [string, string] => {
      const [name = "", value = ""] = line.split(/: ?(.*)/s);
      return [name, value];
    }),
  );
  return { status: Number(first.split(" ")[1]), headers, body };
}
