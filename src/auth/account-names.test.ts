import { expect, it } from "vitest";
import { accountName, tenantName } from "./account-actions.ts";

it("calls an account by its name, else by its sign-in name", () => {
  expect(accountName({ name: "Referrals admin", username: "admin@contoso.example" })).toBe("Referrals admin");
  expect(accountName({ name: " ", username: "admin@contoso.example" })).toBe("admin@contoso.example");
});

it("calls a tenant by the domain of the sign-in name, else by its identifier", () => {
  expect(tenantName({ username: "admin@contoso.example", tenantId: "tid" })).toBe("contoso.example");
  expect(tenantName({ username: "admin", tenantId: "tid" })).toBe("tid");
});
