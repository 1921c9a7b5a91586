import { afterEach, describe, expect, it, vi } from "vitest";
import { READING_PATH, readReadingStatus } from "#config/reading-status.ts";
import { createTestIssuer, type TestIssuer } from "../../authorize/testing/test-issuer.ts";
import { createFaultSwitch } from "../../fault-injection/fault-switch.ts";
import type { ApiReferral } from "../stand-in/api-referral.ts";
import { sampleOf, USER_MARKET, USER_OID } from "../testing/serve-api.ts";
import { ADMIN_OID, ALL, serveReadings } from "../testing/serve-readings.ts";

vi.setConfig({ testTimeout: 60_000 });

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function serve(options: Parameters<typeof serveReadings>[0]) {
  const served = await serveReadings(options);
  closing.push(served.close);
  return served;
}

const referrals = sampleOf(1500);
const small = referrals.slice(0, 300);
const idsOf = (rows: readonly { id: unknown }[] = []) => rows.map(({ id }) => id).toSorted();
const changed = (one: ApiReferral | undefined, more: object): ApiReferral =>
  ({ ...one, updatedDateTime: new Date().toISOString(), ...more }) as ApiReferral;

describe("the referrals of a person, read from the Referrals API", () => {
  it("are shown from the newest 500 on, marked, and then as a whole", async () => {
    const { ask, status, settled, token } = await serve({ referrals, delayMs: 60 });
    const mine = await token();
    const first = await ask(mine, ALL);
    const early = await status(mine);
    expect(first.body.TotalCount).toBe(600);
    expect(early).toMatchObject({
      isReading: true,
      isWhole: false,
      revision: 1,
      referrals: 600,
      readAt: null,
    });
    const done = await settled(mine);
    expect(done).toMatchObject({
      isWhole: true,
      read: 1500,
      referrals: 1500,
      problem: null,
      unknownNames: [],
    });
    expect(done.revision).toBeGreaterThan(early.revision);
    expect(idsOf((await ask(mine, ALL)).body.Value)).toEqual(idsOf(referrals));
  });

  it("are read one call at a time, however many ask", async () => {
    const { ask, settled, token, api } = await serve({ referrals: small, delayMs: 5 });
    const [one, other] = [await token(), await token()];
    await Promise.all([ask(one, ALL), ask(other, ALL), settled(one), settled(other), ask(one, ALL)]);
    expect(api.calls.mostAtOnce).toBe(1);
  });

  it("are nobody else's: not in an answer, not in a log, not after signing out", async () => {
    const marked = referrals.map((one, place) => {
      const profile = Object(one.customerProfile) as { address: { country: string | null } };
      const owner =
        String(profile.address.country).trim().toUpperCase() === USER_MARKET ? "SHARED" : "SECRET";
      return { ...one, customerProfile: { ...profile, name: `${owner}-${place}` } } as ApiReferral;
    });
    const { ask, settled, call, token, lines } = await serve({ referrals: marked, delayMs: 5 });
    const [admin, user] = [await token({ oid: ADMIN_OID }), await token({ oid: USER_OID })];
    const asked = await Promise.all(
      Array.from({ length: 20 }, async (_, turn) => (await ask(turn % 2 === 0 ? user : admin, ALL)).body),
    );
    await Promise.all([settled(admin), settled(user)]);
    const [ofAdmin, ofUser] = [await ask(admin, ALL), await ask(user, ALL)];
    const [forUser, shared] = [[ofUser.body, ...asked.filter((_, turn) => turn % 2 === 0)], "SHARED"];
    expect(JSON.stringify(forUser)).not.toContain("SECRET");
    expect(JSON.stringify(forUser)).toContain(shared);
    expect(ofAdmin.body.TotalCount).toBe(1500);
    expect(lines().join("\n")).not.toMatch(/SECRET|SHARED/);

    expect((await call(READING_PATH, admin, "DELETE")).status).toBe(204);
    const again = await ask(user, ALL);
    expect(JSON.stringify(again.body)).not.toContain("SECRET");
    // An expired token must not give access to data read before.
    const late = await ask(await token({ oid: ADMIN_OID, exp: 1 }), ALL);
    expect([late.status, late.body.Value]).toEqual([401, undefined]);
  });

  it("are not told to a token of another tenant, audience or key", async () => {
    const { ask, token, issuer } = await serve({ referrals: small });
    await ask(await token(), ALL);
    const bad = [
      await token({ tid: "00c0ffee-0000-4000-8000-00000000000b" }),
      await token({ aud: "https://api.partnercenter.microsoft.com" }),
      await issuer.sign({ aud: "https://api.partner.microsoft.com" }, {}, issuer.stranger.privateKey),
    ];
    for (const one of bad) expect((await ask(one, ALL)).status).toBe(401);
    expect((await ask(bad[1] ?? "", ALL)).body.code).toBe("900420");
  });

  it("go on being read with another token where one ends between two pages", async () => {
    const faults = createFaultSwitch();
    // So slow that pages are left when the first figures are there, on a busy machine too.
    const { ask, call, settled, token, api } = await serve({ referrals, faults, delayMs: 300 });
    const first = await token();
    await ask(first, ALL);
    faults.set([{ kind: "expired-token", times: 1 }]);
    const isRefused = async () => expect((await call(READING_PATH, first)).status).toBe(401);
    await vi.waitFor(isRefused, { timeout: 10_000 });
    const refused = await call(READING_PATH, first);
    expect(refused.headers.get("WWW-Authenticate")).toContain("invalid_token");
    const before = api.calls.count;
    const next = await token();
    expect(await settled(next)).toMatchObject({ isWhole: true, referrals: 1500, problem: null });
    // What was read before is not read again: at most five pages, one to confirm, two for changes.
    expect(api.calls.count - before).toBeLessThanOrEqual(10);
  });

  it("want the further proof that the API wants, with its own claims", async () => {
    const { ask, token } = await serve({ referrals: small });
    const issuer = {
      ver: "2.0",
      iss: "https://login.microsoftonline.com/00c0ffee-0000-4000-8000-00000000000a/v2.0",
    };
    const { status, headers, body } = await ask(await token({ ...issuer, amr: undefined }), ALL);
    expect([status, body.code]).toEqual([401, "900421"]);
    expect(headers.get("WWW-Authenticate")).toMatch(/insufficient_claims.*claims="[\w+/=]+"/);
  });

  it("go with the rights of the person", async () => {
    const faults = createFaultSwitch();
    const { ask, settled, token } = await serve({ referrals: small, faults });
    const mine = await token();
    await settled(mine);
    faults.set([{ kind: "forbidden" }]);
    const refused = await ask(await token(), ALL);
    expect([refused.status, refused.body.code]).toEqual([403, "2032"]);
    expect((await ask(mine, ALL)).status).toBe(403);
  });

  it("stay as they were read while the API does not answer, and say so", async () => {
    const faults = createFaultSwitch();
    const pause = async () => {};
    const { ask, settled, token } = await serve({ referrals: small, faults, persons: { pause } });
    await settled(await token());
    faults.set([{ kind: "unavailable", status: 503 }]);
    const mine = await token();
    expect((await ask(mine, ALL)).body.TotalCount).toBe(300);
    expect(await settled(mine)).toMatchObject({ isWhole: true, problem: { kind: "unavailable" } });
    faults.set([]);
    expect(await settled(await token())).toMatchObject({ problem: null });
  });

  it("say why nothing could be read at all", async () => {
    const faults = createFaultSwitch();
    faults.set([{ kind: "not-here" }]);
    const { ask, token } = await serve({ referrals: small, faults });
    expect((await ask(await token(), ALL)).status).toBe(404);
  });

  it("follow what changes, and lose what is deleted with the next full reading", async () => {
    const { ask, status, settled, token, api } = await serve({ referrals: small });
    const mine = await token();
    const before = await settled(mine);
    api.put(changed(small[3], { customerProfile: { name: "Renamed", address: { country: "SE" } } }));
    api.put(changed(small[4], { id: "00c0ffee-0000-4000-9000-00000000ffff" }));
    api.remove(String(small[5]?.id));
    // Another token triggers an incremental read, with overlap.
    const next = await token();
    const increased = await settled(next);
    expect(increased).toMatchObject({ referrals: 301, isWhole: true });
    expect(increased.readAt).toBeGreaterThanOrEqual(before.readAt ?? 0);
    const { body } = await ask(next, ALL);
    expect(body.Value?.find(({ id }) => id === small[3]?.id)).toMatchObject({
      customerName: "Renamed",
      customerMarket: "SE",
    });
    await status(next, "POST");
    expect(await settled(next)).toMatchObject({ referrals: 300 });
    expect(idsOf((await ask(next, ALL)).body.Value)).not.toContain(small[5]?.id);
  });

  it("are read as a whole again on another day", async () => {
    let now = Date.now();
    const { settled, ask, token, api } = await serve({ referrals: small, persons: { now: () => now } });
    const mine = await token();
    await settled(mine);
    api.remove(String(small[0]?.id));
    now += 25 * 60 * 60_000;
    await ask(mine, ALL);
    expect(await settled(mine)).toMatchObject({ referrals: 299 });
  });

  it("are forgotten when nobody asks for a while, and when too many others do", async () => {
    const served = await serve({ referrals: small, persons: { max: 1 } });
    const mine = await served.token();
    await served.settled(mine);
    const before = served.api.calls.count;
    await served.settled(await served.token({ oid: USER_OID }));
    expect((await served.ask(mine, ALL)).body.TotalCount).toBe(300);
    expect(served.api.calls.count).toBeGreaterThan(before + 2);
  });

  it("are cut at a bound, and marked", async () => {
    const { settled, token } = await serve({ referrals, persons: { maxReferrals: 700 } });
    const cut = await settled(await token());
    expect(cut).toMatchObject({ isWhole: false, problem: { description: expect.stringContaining("700") } });
  });

  it("come whole or marked through every mix of faults, none twice", async () => {
    const issuer = await createTestIssuer();
    const seeds = Array.from({ length: 50 }, (_, index) => index + 1);
    const wholes: boolean[] = [];
    for (let start = 0; start < seeds.length; start += 10) {
      const some = seeds.slice(start, start + 10).map((seed) => readThrough(seed, issuer));
      wholes.push(...(await Promise.all(some)));
    }
    expect(wholes.filter(Boolean).length).toBeGreaterThan(5);
  });
});

/** Reads with faults, as the page would; returns whether all was read. The figures are checked either way. */
async function readThrough(seed: number, issuer: TestIssuer): Promise<boolean> {
  const faults = createFaultSwitch();
  faults.set([{ kind: "random", seed, share: 0.35 }]);
  const pause = async () => {};
  const served = await serve({ referrals: small, faults, pageSize: 60, persons: { pause }, issuer });
  const { status, token } = await watch(served);
  faults.set([]);
  const { body } = await served.ask(token, ALL);
  if (status === null || body.Value === undefined) return false;
  const found = idsOf(body.Value);
  const known = new Set(idsOf(small));
  expect(new Set(found).size).toBe(found.length);
  expect(found.every((id) => known.has(id))).toBe(true);
  if (status.isWhole) expect(found).toEqual(idsOf(small));
  return status.isWhole;
}

/** Polls until reading ends, renewing rejected tokens. */
async function watch({ call, token: next }: Awaited<ReturnType<typeof serve>>) {
  let token = await next();
  for (;;) {
    const response = await call(READING_PATH, token);
    if (response.status === 401) token = await next();
    if (response.status === 403 || response.status === 404) return { status: null, token };
    const status = readReadingStatus(await response.json());
    if (status !== null && !status.isReading) return { status, token };
  }
}
