import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, it } from "vitest";
import type { ApiReferral } from "../stand-in/api-referral.ts";
import { sampleOf, USER_OID } from "../testing/serve-api.ts";
import { ADMIN_OID, ALL, serveReadings } from "../testing/serve-readings.ts";

it("keeps readings per person, and dates from them what the API does not date", async () => {
  const historyDir = await mkdtemp(join(tmpdir(), "readings-test-"));
  const [one, ...others] = sampleOf(200);
  const active = { status: "Active", substatus: "Accepted", closedDateTime: null, direction: "Incoming" };
  const open = { ...one, ...active } as ApiReferral;
  const referrals = [open, ...others];
  const served = await serveReadings({ referrals, persons: { historyDir } });
  const { ask, status, settled, token, api } = served;
  try {
    const mine = await token({ oid: ADMIN_OID });
    const first = await settled(mine);
    expect(first.history).toMatchObject({ imports: 1, problem: null });
    expect(first.imprecise).toEqual({});
    const closed = { status: "Closed", substatus: "Lost" };
    api.put({ ...open, ...closed, updatedDateTime: new Date().toISOString() } as ApiReferral);
    const deleted = String(others[0]?.id);
    api.remove(deleted);
    await status(mine, "POST");
    const second = await settled(mine);
    expect(second.imprecise).toEqual({ lostDate: 1 });
    const { body } = await ask(mine, ALL);
    const lost = Date.parse(`${body.Value?.find(({ id }) => id === open.id)?.lostDate}Z`);
    expect(lost).toBeGreaterThanOrEqual(Number(first.readAt) - 1000);
    expect(lost).toBeLessThanOrEqual(Date.now());
    // Referrals that were deleted, or are no longer visible, must not come back.
    expect(body.Value?.map(({ id }) => id)).not.toContain(deleted);

    await settled(await token({ oid: USER_OID }));
    const folders = await readdir(historyDir);
    expect(folders).toHaveLength(2);
    expect(folders.join()).not.toMatch(new RegExp(`${ADMIN_OID}|${USER_OID}`));
    for (const folder of folders)
      for (const name of await readdir(join(historyDir, folder)))
        expect(gunzipSync(await readFile(join(historyDir, folder, name))).toString()).not.toContain("desk@");
    expect(served.lines().join("\n")).not.toMatch(/HISTORY_DIR/);
  } finally {
    await served.close();
    await rm(historyDir, { recursive: true });
  }
});
