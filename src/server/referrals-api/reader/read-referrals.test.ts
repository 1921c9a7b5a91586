import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import type { AnalyticsError } from "#partner-center/errors.ts";
import { createTestIssuer } from "../../authorize/testing/test-issuer.ts";
import { createFaultSwitch } from "../../fault-injection/fault-switch.ts";
import { sampleOf, serveApi } from "../testing/serve-api.ts";
import { API_HEADER, type ApiRow } from "./api-row.ts";
import { readReferrals } from "./read-referrals.ts";

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

type Read = { rows: ApiRow[]; pauses: number[]; refusals: AnalyticsError[]; unknownNames: Set<string> };

/** Reads everything; a rejected token is followed by the next, like a renewal. */
async function readAll(
  origin: string,
  token: () => Promise<string>,
  { since = null, onPage }: { since?: number | null; onPage?: (read: Read) => void } = {},
): Promise<Read & { startedAt: number }> {
  const read: Read = { rows: [], pauses: [], refusals: [], unknownNames: new Set() };
  let current = await token();
  const { startedAt } = await readReferrals(
    {
      origin,
      signal: new AbortController().signal,
      unknownNames: read.unknownNames,
      token: async (refused) => {
        if (refused === null) return current;
        read.refusals.push(refused.error);
        if (read.refusals.length > 200 || refused.error.kind === "wrong-audience") throw refused.error;
        current = await token();
        return current;
      },
      onAccepted: () => {},
      onRows: (rows) => {
        read.rows.push(...rows);
        onPage?.(read);
      },
      pause: async (ms) => void read.pauses.push(ms),
    },
    since,
  );
  return { ...read, startedAt };
}

const idsOf = (rows: readonly ApiRow[]) => [...new Set(rows.map(({ id }) => id))].toSorted();

async function standIn(options: Parameters<typeof serveApi>[0]) {
  const served = await serveApi(options);
  closing.push(served.api.close);
  return served;
}

/** A service that returns these pages call by call, then the last one forever. */
async function pages(list: readonly ((origin: string) => object)[]) {
  const asked: string[] = [];
  const listener: RequestListener = (request, response) => {
    asked.push(request.url ?? "");
    const page = list[Math.min(asked.length, list.length) - 1]?.(origin) ?? {};
    response.writeHead(200, { "Content-Type": "application/json" });
    response.end(JSON.stringify(page));
  };
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  closing.push(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return { origin, asked };
}

const noToken = async () => "a.b.c";
const one = (number: number, more: object = {}) => ({
  id: `id-${number}`,
  createdDateTime: "2026-01-01T00:00:00.0000000Z",
  updatedDateTime: `2026-01-01T00:00:${String(number).padStart(2, "0")}.1234567Z`,
  ...more,
});

describe("reading the Referrals API", () => {
  const referrals = sampleOf(450);
  const all = referrals.map(({ id }) => id).toSorted();

  it("reads all of them, the last updated first, by the documented path where the link's is none", async () => {
    const { api, token } = await standIn({ referrals });
    const { rows, refusals } = await readAll(api.origin, token);
    expect(idsOf(rows)).toEqual(all);
    expect(refusals).toEqual([]);
    const first = rows.slice(0, 200).map(({ updated }) => updated ?? 0);
    expect(first).toEqual(first.toSorted((a, b) => b - a));
    expect(api.calls.mostAtOnce).toBe(1);
  });

  it("reads what has changed since, with an overlap", async () => {
    const { api, token } = await standIn({ referrals });
    const { startedAt } = await readAll(api.origin, token);
    const changed = { ...referrals[7], updatedDateTime: new Date(startedAt + 1000).toISOString() };
    api.put(changed as (typeof referrals)[number]);
    const { rows } = await readAll(api.origin, token, { since: startedAt });
    expect(idsOf(rows)).toEqual([changed.id]);
  });

  it("does not lose a referral that is changed while others are read", async () => {
    const { api, token } = await standIn({ referrals, pageSize: 50 });
    const oldest = referrals.toSorted((a, b) => (a.updatedDateTime < b.updatedDateTime ? -1 : 1))[0];
    let isMoved = false;
    const { rows } = await readAll(api.origin, token, {
      onPage: () => {
        // It moves from the end to the front, which has been read already.
        if (!isMoved && oldest) api.put({ ...oldest, updatedDateTime: new Date().toISOString() });
        isMoved = true;
      },
    });
    expect(idsOf(rows)).toEqual(all);
  });

  it("goes on behind the last page with another token when one ends between two pages", async () => {
    const faults = createFaultSwitch();
    const { api, token } = await standIn({ referrals, faults });
    const { rows, refusals } = await readAll(api.origin, token, {
      onPage: ({ rows: so }) => {
        if (so.length === 200) faults.set([{ kind: "expired-token", times: 1 }]);
      },
    });
    expect(refusals.map(({ kind }) => kind)).toEqual(["token-expired"]);
    expect(idsOf(rows)).toEqual(all);
    expect(rows.slice(0, 450)).toHaveLength(new Set(rows.slice(0, 450).map(({ id }) => id)).size);
  });

  it.each([
    [{ kind: "throttle", retryAfter: 7, as: "seconds", times: 1 } as const, [7000]],
    [{ kind: "unavailable", status: 503, retryAfter: 3, times: 1 } as const, [3000]],
  ])("waits as long as it is told by %o", async (fault, waits) => {
    const faults = createFaultSwitch();
    faults.set([fault]);
    const { api, token } = await standIn({ referrals, faults });
    const { rows, pauses } = await readAll(api.origin, token);
    expect([idsOf(rows), pauses]).toEqual([all, waits]);
  });

  it("says which further proof is wanted, whether it is told with 401 or 403", async () => {
    const { api, token } = await standIn({ referrals });
    const first = [await token({ amr: ["pwd"] })];
    const { refusals } = await readAll(api.origin, async () => first.pop() ?? token());
    expect(refusals.map(({ problem }) => problem)).toEqual([
      { kind: "claims-challenge", claims: expect.stringMatching(/^[\w+/]+=*$/) },
    ]);
  });

  it("gives up with a token for the other API", async () => {
    const { api, token } = await standIn({ referrals });
    const wrong = () => token({ aud: "https://api.partnercenter.microsoft.com" });
    await expect(readAll(api.origin, wrong)).rejects.toMatchObject({ call: { status: 401 } });
  });

  it("takes a page of nothing that has a next one for what it is", async () => {
    const { origin } = await pages([
      () => ({ value: [], "@odata.nextLink": "/v1.0/engagements/referrals?$skiptoken=1" }),
      () => ({ value: [one(1)], "@odata.nextLink": null }),
      () => ({ value: [one(1)] }),
    ]);
    expect(idsOf((await readAll(origin, noToken)).rows)).toEqual(["id-1"]);
  });

  it("refuses a next link to another host, and sends nothing there", async () => {
    const other = await pages([() => ({ value: [] })]);
    const { origin } = await pages([
      () => ({ value: [one(1)], "@odata.nextLink": `${other.origin}/v1.0/engagements/referrals?a` }),
    ]);
    await expect(readAll(origin, noToken)).rejects.toThrow(/leads to 127\.0\.0\.1:\d+ instead of/);
    expect(other.asked).toEqual([]);
  });

  it("asks for what is older where the links end too early, without a word", async () => {
    const shown = [9, 8, 7, 6, 5, 4, 3, 2, 1].map((number) => one(number));
    let top = 0;
    const { origin, asked } = await pages([
      // Three per page and no links: relies on the bound of the filter.
      () => {
        const bound = /le ([^&]*)/.exec(decodeURIComponent(asked.at(-1) ?? ""))?.[1] ?? "9999";
        const found = shown.filter(({ updatedDateTime }) => updatedDateTime <= bound).slice(0, 3);
        top += found.length;
        return { value: found };
      },
    ]);
    const { rows } = await readAll(origin, noToken);
    expect(idsOf(rows)).toHaveLength(9);
    expect(top).toBeGreaterThan(9);
  });

  it("does not take links that turn round, or pages that repeat for ever, for the end", async () => {
    const turning = await pages([
      () => ({ value: [], "@odata.nextLink": "/v1.0/engagements/referrals?$skiptoken=a" }),
    ]);
    await expect(readAll(turning.origin, noToken)).rejects.toMatchObject({ kind: "bad-shape" });
    let count = 0;
    const repeating = await pages([
      () => ({ value: [one(1)], "@odata.nextLink": `/v1.0/engagements/referrals?$skiptoken=${count++}` }),
    ]);
    await expect(readAll(repeating.origin, noToken)).rejects.toMatchObject({ kind: "bad-shape" });
  });

  it("does not take a full page of equal updates for all of them", async () => {
    const same = Array.from({ length: 200 }, (_, number) => one(1, { id: `id-${number}` }));
    const { origin } = await pages([() => ({ value: same })]);
    await expect(readAll(origin, noToken)).rejects.toMatchObject({ kind: "bad-shape" });
  });

  it("keeps what the mapping uses, names what nobody knows, and drops who is at the customer", async () => {
    const { origin } = await pages([
      () => ({
        value: [
          one(1, {
            customerProfile: { name: "A &amp; B", team: [{ email: "somebody@customer.example" }], moon: 1 },
            details: null,
          }),
          { id: "id-2", updatedDateTime: null, customerProfile: null, team: [], status: "Halted" },
        ],
      }),
    ]);
    const { rows, unknownNames } = await readAll(origin, noToken);
    const cellOf = (row: number, name: string) => rows[row]?.cells[API_HEADER.indexOf(name)];
    expect(cellOf(0, "customerProfile.name")).toBe("A &amp; B");
    expect(cellOf(0, "updatedDateTime")).toBe("2026-01-01T00:00:01.1234567Z");
    expect([cellOf(1, "customerProfile.name"), cellOf(1, "status")]).toEqual([null, "Halted"]);
    expect(JSON.stringify(rows)).not.toContain("somebody");
    expect([...unknownNames]).toEqual(["customerProfile.moon"]);
  });

  it("reads all referrals once through every mix of faults, or says that it did not", async () => {
    const issuer = await createTestIssuer();
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, async (_, index) => {
        const faults = createFaultSwitch();
        faults.set([{ kind: "random", seed: index + 1, share: 0.4 }]);
        const served = await serveApi({ referrals: referrals.slice(0, 120), faults, pageSize: 25 }, issuer);
        try {
          const { rows } = await readAll(served.api.origin, served.token);
          return { seed: index + 1, ids: idsOf(rows) };
        } catch (error) {
          return { seed: index + 1, error };
        } finally {
          await served.api.close();
        }
      }),
    );
    const whole = outcomes.filter((outcome) => "ids" in outcome);
    for (const { ids } of whole) expect(ids).toEqual(all.slice(0, 120));
    // Only revoked rights and a missing path may end reading.
    const kinds = outcomes.flatMap(({ error }) =>
      error === undefined ? [] : (error as AnalyticsError).kind,
    );
    expect(kinds.every((kind) => ["forbidden", "not-offered"].includes(kind))).toBe(true);
    expect(whole.length).toBeGreaterThan(5);
  }, 60_000);
});
