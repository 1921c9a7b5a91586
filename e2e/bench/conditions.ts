import type { CDPSession, Page } from "playwright/test";

/** Bytes a second in either direction, and ms until an answer begins; after Lighthouse's own profiles. */
const NETWORKS = {
  local: { throughput: -1, latency: 0 },
  "fast 4G": { throughput: (10 * 1000 * 1000) / 8, latency: 40 },
  "1.6 Mbit/s": { throughput: (1.6 * 1000 * 1000) / 8, latency: 150 },
} as const;

export type Network = keyof typeof NETWORKS;

/** Slows down a page: its processor by a factor, and its network. */
export async function slowDown(page: Page, cpu: number, network: Network): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  const { throughput, latency } = NETWORKS[network];
  // The body of each answer is kept twice otherwise: once for Playwright, once for this session.
  await session.send("Network.enable", { maxTotalBufferSize: 0, maxResourceBufferSize: 0 });
  await session.send("Network.emulateNetworkConditions", {
    offline: false,
    latency,
    downloadThroughput: throughput,
    uploadThroughput: throughput,
  });
  await session.send("Emulation.setCPUThrottlingRate", { rate: cpu });
  return session;
}
