import { describe, expect, it } from "vitest";
import { callWithToken } from "./call.ts";
import { AnalyticsError, type Problem } from "./errors.ts";

const EXPIRED: Problem = { kind: "token-expired" };
const PROOF: Problem = { kind: "claims-challenge", claims: "e30=" };

/** A service that rejects these tokens for these causes and accepts all others. */
function service(rejected: Readonly<Record<string, Problem>>) {
  const seen: (string | null)[] = [];
  const call = async (bearer: string | null) => {
    seen.push(bearer);
    const problem = rejected[bearer ?? "none"];
    if (problem) throw new AnalyticsError(problem);
    return "answered";
  };
  return { seen, call };
}

describe("a call in the user's name", () => {
  it("is made once when its token is accepted", async () => {
    const { seen, call } = service({});
    expect(await callWithToken({ token: async () => "first" }, call)).toBe("answered");
    expect(seen).toEqual(["first"]);
  });

  it("goes without a token where nobody signs in", async () => {
    const { seen, call } = service({});
    await callWithToken({}, call);
    expect(seen).toEqual([null]);
  });

  it("is made again with the token that answers an expired session, then a further proof", async () => {
    const { seen, call } = service({ first: EXPIRED, second: PROOF });
    const asked: Problem[] = [];
    const onChallenge = async (problem: Problem) => {
      asked.push(problem);
      return asked.length === 1 ? "second" : "third";
    };
    expect(await callWithToken({ token: async () => "first", onChallenge }, call)).toBe("answered");
    expect(seen).toEqual(["first", "second", "third"]);
    expect(asked).toEqual([EXPIRED, PROOF]);
  });

  it("fails when the same cause comes twice", async () => {
    const { seen, call } = service({ first: EXPIRED, second: EXPIRED });
    const source = { token: async () => "first", onChallenge: async () => "second" };
    await expect(callWithToken(source, call)).rejects.toMatchObject({ problem: EXPIRED });
    expect(seen).toEqual(["first", "second"]);
  });

  it("fails with its own cause when there is no other token", async () => {
    const { seen, call } = service({ first: PROOF });
    const source = { token: async () => "first", onChallenge: async () => null };
    await expect(callWithToken(source, call)).rejects.toMatchObject({ problem: PROOF });
    expect(seen).toEqual(["first"]);
  });

  it.each([{ kind: "forbidden" }, { kind: "wrong-audience" }, { kind: "bad-request" }] satisfies Problem[])(
    "asks for no other token when it is refused as $kind",
    async (problem) => {
      const { call } = service({ first: problem });
      const onChallenge = async () => expect.unreachable();
      const source = { token: async () => "first", onChallenge };
      await expect(callWithToken(source, call)).rejects.toMatchObject({ problem });
    },
  );

  it("asks for no other token when it had none", async () => {
    const { call } = service({ none: EXPIRED });
    const source = { token: async () => null, onChallenge: async () => expect.unreachable() };
    await expect(callWithToken(source, call)).rejects.toMatchObject({ problem: EXPIRED });
  });
});
