import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { classifyFailure, readErrorBody } from "./failure.ts";

const DOCUMENTED = { code: "2000", description: "No.", data: [], source: "PartnerFD" };

function problem(status: number, body: unknown = "", headers: Record<string, string> = {}) {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return classifyFailure(status, new Headers(headers), text).problem;
}

describe("readErrorBody", () => {
  test.each([
    [DOCUMENTED, "2000", "No."],
    [{ code: 2000, description: "No." }, "2000", "No."],
    [{ Code: "2000", Description: "No." }, "2000", "No."],
    [{ statusCode: 429, message: "Slow down." }, null, "Slow down."],
    [{ code: "Bad", message: "No.", innererror: { code: "x" } }, "Bad", "No."],
    [{ error: { code: "Bad", message: "No." } }, "Bad", "No."],
    [{ Error: { Code: 7, Message: "No." } }, "7", "No."],
    [{ error: "No." }, null, "No."],
    [{ code: { deep: 1 }, description: 5 }, null, null],
    [[], null, null],
    [null, null, null],
  ])("reads %j", (body, code, description) => {
    expect(readErrorBody(JSON.stringify(body))).toEqual({ code, description });
  });

  test("takes plain text as the description, and nothing from HTML or an empty body", () => {
    expect(readErrorBody(" Bad Gateway\n")).toEqual({ code: null, description: "Bad Gateway" });
    expect(readErrorBody("\uFEFF<!DOCTYPE html><p>No.")).toEqual({ code: null, description: null });
    expect(readErrorBody("")).toEqual({ code: null, description: null });
  });

  test("cuts a description of megabytes", () => {
    expect(readErrorBody("x".repeat(1_000_000)).description).toHaveLength(2000);
  });

  test("never throws, whatever the body", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(Object.keys(readErrorBody(text)).sort()).toEqual(["code", "description"]);
      }),
    );
  });
});

describe("classifyFailure", () => {
  test.each([
    [401, "", "token-expired"],
    [401, { code: 900420, description: "Audience." }, "wrong-audience"],
    [401, { code: "900421", description: "x" }, "mfa-required"],
    [403, { code: "10001", description: "x" }, "mfa-required"],
    [403, { description: "MFA is required." }, "mfa-required"],
    [403, { code: 2032 }, "forbidden"],
    [403, { code: "900150" }, "forbidden"],
    [403, "<html>", "forbidden"],
    [404, "", "not-offered"],
    [501, "", "not-offered"],
    [408, "", "timeout"],
    [400, { description: "Invalid filter." }, "bad-filter"],
    [400, { description: "top is too large." }, "bad-request"],
    [414, "", "bad-request"],
    [429, "", "throttled"],
    [500, "", "unavailable"],
    [503, "<html>", "unavailable"],
    [304, "", "unavailable"],
  ])("takes %d with %j as %s", (status, body, kind) => {
    expect(problem(status, body).kind).toBe(kind);
  });

  test("carries the claims of a challenge", () => {
    const header = 'Bearer realm="", error="insufficient_claims", claims="eyJhIjoxfQ=="';
    const expected = { kind: "claims-challenge", claims: "eyJhIjoxfQ==" };
    expect(problem(401, "", { "WWW-Authenticate": header })).toEqual(expected);
    expect(problem(401, "", { "WWW-Authenticate": "Bearer error=invalid_token" }).kind).toBe("token-expired");
  });

  test.each([
    [{ "Retry-After": "7" }, "", { kind: "delay", ms: 7000 }],
    [
      { "Retry-After": "Wed, 21 Oct 2026 07:28:00 GMT" },
      "",
      { kind: "date", at: Date.UTC(2026, 9, 21, 7, 28) },
    ],
    [
      { "Retry-After": "Wed, 21 Oct 2026 07:28:00 GMT", Date: "Wed, 21 Oct 2026 07:27:30 GMT" },
      "",
      { kind: "delay", ms: 30_000 },
    ],
    [{ "Retry-After": "-1" }, "", null],
    [{ "Retry-After": "soon" }, "", null],
    [
      {},
      { statusCode: 429, message: "Rate limit is exceeded. Try again in 12 seconds." },
      { kind: "delay", ms: 12_000 },
    ],
    [{ "Retry-After": "7" }, { message: "Try again in 12 seconds." }, { kind: "delay", ms: 7000 }],
    [{}, "", null],
  ])("reads the delay of %j with %j", (headers, body, retryAfter) => {
    expect(problem(429, body, headers as Record<string, string>)).toEqual({ kind: "throttled", retryAfter });
    expect(problem(503, body, headers as Record<string, string>)).toMatchObject({ retryAfter });
  });

  test("carries status, code, words and identifiers", () => {
    const headers = new Headers({ "MS-RequestId": "r", "MS-CorrelationId": "c" });
    const error = classifyFailure(400, headers, JSON.stringify(DOCUMENTED));
    expect(error.call).toEqual({
      status: 400,
      code: "2000",
      description: "No.",
      requestId: "r",
      correlationId: "c",
      url: null,
    });
    expect(error).toMatchObject({ name: "AnalyticsError", kind: "bad-request", message: "No." });
  });
});
