import { describe, expect, it } from "vitest";
import { createReauthentication, type StepUp } from "./reauthentication.ts";

const SESSION: StepUp = { reason: "session", claims: null };
const PROOF: StepUp = { reason: "proof", claims: "{}" };

describe("signing in again", () => {
  it("answers every call that waits with the same token, and is over then", async () => {
    const again = createReauthentication();
    const calls = [again.request(SESSION), again.request(SESSION)];
    expect(again.pending()).toBe(SESSION);
    again.settle("token");
    expect(await Promise.all(calls)).toEqual(["token", "token"]);
    expect(again.pending()).toBeNull();
  });

  it("lets the calls go without a token when it is not now", async () => {
    const again = createReauthentication();
    const call = again.request(PROOF);
    again.settle(null);
    expect(await call).toBeNull();
  });

  it("asks for the further proof when both are wanted, in either order", () => {
    for (const steps of [
      [SESSION, PROOF],
      [PROOF, SESSION],
    ]) {
      const again = createReauthentication();
      for (const step of steps) void again.request(step);
      expect(again.pending()).toBe(PROOF);
    }
  });

  it("tells who listens of each change, and nobody who has left", () => {
    const again = createReauthentication();
    const heard: unknown[] = [];
    const leave = again.subscribe(() => heard.push(again.pending()));
    void again.request(SESSION);
    void again.request(SESSION);
    again.settle(null);
    leave();
    void again.request(PROOF);
    expect(heard).toEqual([SESSION, null]);
  });
});
