import {
  BrowserAuthError,
  BrowserAuthErrorCodes,
  InteractionRequiredAuthError,
  ServerError,
} from "@azure/msal-browser";
import { describe, expect, it } from "vitest";
import { SHELL_EN } from "#i18n/en/shell.ts";
import { nextStep, signInProblem } from "./sign-in-problem.ts";

describe("a problem of signing in", () => {
  it.each([
    [BrowserAuthErrorCodes.popupWindowError, "pop-up-blocked", "sign-in"],
    [BrowserAuthErrorCodes.userCancelled, "cancelled", "sign-in"],
    [BrowserAuthErrorCodes.timedOut, "timed-out", "sign-in"],
    [BrowserAuthErrorCodes.interactionInProgress, "busy", "reload"],
    [BrowserAuthErrorCodes.redirectInIframe, "framed", "new-tab"],
    [BrowserAuthErrorCodes.noNetworkConnectivity, "offline", "sign-in"],
    [BrowserAuthErrorCodes.postRequestFailed, "unreachable", "sign-in"],
    [BrowserAuthErrorCodes.noTokenRequestCacheError, "lost", "sign-in"],
    [BrowserAuthErrorCodes.cryptoNonExistent, "not-secure", "none"],
  ])("MSAL's %s is told as %s, and leads to: %s", (code, kind, next) => {
    const problem = signInProblem(new BrowserAuthError(code, "c0ffee"));
    expect([problem.kind, nextStep(problem), problem.correlationId]).toEqual([kind, next, "c0ffee"]);
  });

  it("is an expired session when the provider wants to see the person", () => {
    const error = new InteractionRequiredAuthError("login_required", "", "Nobody is signed in.");
    expect(signInProblem(error)).toMatchObject({ kind: "expired", detail: "Nobody is signed in." });
  });

  it("is a refusal when the person declined, with the provider's words", () => {
    const error = new ServerError("access_denied", "", "AADSTS65004: The user declined to consent.");
    expect(signInProblem(error)).toMatchObject({
      kind: "declined",
      detail: "AADSTS65004: The user declined to consent.",
    });
  });

  it("is throttling when MSAL repeats the numbers of an earlier answer", () => {
    expect(signInProblem(new ServerError("50196 90055", "")).kind).toBe("throttled");
  });

  it.each([
    null,
    undefined,
    "text",
    new Error("Failed to fetch"),
    { errorCode: 7 },
    { errorCode: "new_code" },
  ])("is unexpected when nobody knows it: %s", (error) =>
    expect(signInProblem(error).kind).toBe("unexpected"),
  );
});

it("has a sentence for each kind, and all of them differ", () => {
  const sentences = Object.entries(SHELL_EN).filter(([key]) => key.startsWith("auth.problem."));
  expect(sentences.length).toBe(15);
  expect(new Set(sentences.map(([, sentence]) => sentence)).size).toBe(15);
});
