import { expect, test } from "vitest";
import { tokenSource } from "./dashboard.tsx";

const failing = (errorCode: string) => tokenSource({ token: () => Promise.reject({ errorCode }) });

test.each(["no_network_connectivity", "post_request_failed"])(
  "an identity provider that cannot be reached (%s) is a missing network",
  async (code) => {
    await expect(failing(code).token?.()).rejects.toMatchObject({ kind: "network" });
  },
);

test("any other failure of it stays what it is", async () => {
  await expect(failing("invalid_client").token?.()).rejects.toEqual({ errorCode: "invalid_client" });
});

test("without signing in there is no token", () => {
  expect(tokenSource({})).toEqual({});
});
