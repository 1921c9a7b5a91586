import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type RunningServer, startServer } from "../start-server.ts";
import { writeBenchFile } from "./service/bench-data.ts";

export const SIZES = [10_000, 100_000, 1_000_000] as const;

/** Runs something against a server with so many referrals, made up in a folder that is gone afterwards; `root` is the folder of another build. */
export async function withReferrals(
  count: number,
  use: (server: RunningServer) => Promise<void>,
  root?: string,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "referrals-bench-"));
  try {
    const server = await startServer({
      file: await writeBenchFile(folder, "parquet", count),
      firstPicture: true,
      ...(root ? { root } : {}),
    });
    try {
      await use(server);
    } finally {
      await server.stop();
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}
