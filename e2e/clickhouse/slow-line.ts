import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { pipeline } from "node:stream";
import { setTimeout as wait } from "node:timers/promises";

/** So many bytes at a time, each after a wait. */
type Pace = { bytes: number; waitMs: number };

/** `setPace` counts at once, for connections that are open, too; null is as fast as it can. */
export type SlowLine = { port: number; setPace: (pace: Pace | null) => void; close: () => Promise<void> };

/** A line to a port of this machine that can be made slow, in both directions. */
export async function openSlowLine(port: number): Promise<SlowLine> {
  let pace: Pace | null = null;
  const open = new Set<Socket>();
  async function* passOn(chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      let from = 0;
      while (pace !== null && from < chunk.length) {
        const { bytes, waitMs }: Pace = pace;
        await wait(waitMs);
        yield chunk.subarray(from, from + bytes);
        from += bytes;
      }
      if (from < chunk.length) yield chunk.subarray(from);
    }
  }
  const server = createServer((near) => {
    const far = connect(port, "127.0.0.1");
    const both = [near, far];
    for (const socket of both) open.add(socket.once("close", () => open.delete(socket)));
    // The end of one side is that of the other.
    const end = () => {
      for (const socket of both) socket.destroy();
    };
    pipeline(near, passOn, far, end);
    pipeline(far, passOn, near, end);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    setPace(next) {
      pace = next;
    },
    async close() {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}
