import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readClaims } from "./tokens.ts";

const CLAIMS = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}';

describe("the claims of a challenge", () => {
  it("are read from base64, base64url and plain text", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.string()), (claims) => {
        const text = JSON.stringify(claims);
        const base64 = Buffer.from(text).toString("base64");
        const base64url = Buffer.from(text).toString("base64url");
        expect([base64, base64url, text].map(readClaims)).toEqual([text, text, text]);
      }),
    );
  });

  it("are absent where the challenge holds none", () => {
    const broken = [null, "", "!!!", btoa("not json"), btoa('"text"'), btoa("[1]"), CLAIMS.slice(1)];
    expect(broken.map(readClaims)).toEqual(broken.map(() => null));
  });
});
