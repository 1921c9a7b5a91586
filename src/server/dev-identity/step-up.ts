import * as v from "valibot";

const Amr = v.object({ values: v.optional(v.array(v.string()), []), value: v.optional(v.string(), "") });
const Part = v.optional(v.object({ amr: v.optional(Amr) }));
const ClaimsRequest = v.pipe(v.string(), v.parseJson(), v.object({ access_token: Part, id_token: Part }));

/** Whether the `claims` parameter requests multi-factor authentication. */
export function asksForMfa(claims: unknown): boolean {
  const read = v.safeParse(ClaimsRequest, claims);
  if (!read.success) return false;
  const { access_token, id_token } = read.output;
  return [access_token, id_token].some(
    (part) => part?.amr?.value === "mfa" || part?.amr?.values.includes("mfa"),
  );
}
