import { readFileSync } from "node:fs";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { readServerSettings } from "#config/server-settings.ts";
import { isAncestor } from "./host-session.ts";

const read = (path: string) => readFileSync(new URL(`../../docs/${path}`, import.meta.url), "utf8");
const TEAMS = read("teams.md");
const PAGES = read("portal.md") + TEAMS;

/** The text between the first occurrences of two markers. */
function between(start: string, end: string): string {
  const from = TEAMS.indexOf(start) + start.length;
  return TEAMS.slice(from, TEAMS.indexOf(end, from));
}

const text = (most: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(most));
const https = v.pipe(text(2048), v.regex(/^https:\/\//));
const guid = v.pipe(v.string(), v.regex(/^[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$/));

/** Microsoft's manifest schema, strict: github.com/microsoft/json-schemas, teams/v1.19. */
const ManifestSchema = v.strictObject({
  $schema: v.literal("https://developer.microsoft.com/json-schemas/teams/v1.19/MicrosoftTeams.schema.json"),
  manifestVersion: v.literal("1.19"),
  version: v.pipe(text(256), v.regex(/^\d+\.\d+\.\d+$/)),
  id: guid,
  developer: v.strictObject({ name: text(32), websiteUrl: https, privacyUrl: https, termsOfUseUrl: https }),
  name: v.strictObject({ short: text(30), full: text(100) }),
  description: v.strictObject({ short: text(80), full: text(4000) }),
  icons: v.strictObject({ outline: text(2048), color: text(2048) }),
  accentColor: v.pipe(v.string(), v.regex(/^#[0-9a-fA-F]{6}$/)),
  staticTabs: v.pipe(
    v.array(
      v.strictObject({
        entityId: text(64),
        name: text(128),
        contentUrl: https,
        websiteUrl: https,
        scopes: v.array(v.picklist(["team", "personal", "groupChat"])),
      }),
    ),
    v.minLength(1),
    v.maxLength(16),
  ),
  permissions: v.array(v.picklist(["identity", "messageTeamMembers"])),
  validDomains: v.pipe(v.array(text(2048)), v.maxLength(16)),
});

describe("the manifest for Teams in the documentation", () => {
  const manifest = v.parse(ManifestSchema, JSON.parse(between("```json", "```")));
  const [tab] = manifest.staticTabs;

  it("opens the page as a tab of Teams, on a domain that it names", () => {
    const url = new URL(tab?.contentUrl ?? "");
    expect(Object.fromEntries(url.searchParams)).toEqual({ chrome: "none", host: "teams" });
    expect(manifest.validDomains).toEqual([url.hostname]);
  });

  it("goes with a redirect address of its origin for nested sign-in", () => {
    const redirect = new URL(/`(brk-multihub:[^`]+)`/.exec(TEAMS)?.[1] ?? "");
    expect([redirect.hostname, redirect.pathname]).toEqual([new URL(tab?.contentUrl ?? "").hostname, ""]);
  });
});

describe("the frame ancestors in the documentation", () => {
  const sourcesOf = (line: string) => readServerSettings({ FRAME_ANCESTORS: line }).frameAncestors;
  const lines = [...PAGES.matchAll(/FRAME_ANCESTORS="([^"]+)"/g)].map(([, line = ""]) => line);
  const of = (part: string) => sourcesOf(lines.find((line) => line.includes(part)) ?? "");
  const self = "https://referrals.contoso.example";

  it("are ones that the server takes", () => {
    expect(lines).toHaveLength(3);
    for (const line of lines) expect(sourcesOf(line)).toContain("'self'");
  });

  it.each([
    "https://teams.cloud.microsoft",
    "https://teams.microsoft.com",
    "https://www.microsoft365.com",
    "https://m365.cloud.microsoft",
    "https://www.office.com",
    "https://outlook.office.com",
    "https://outlook.office365.com",
  ])("let %s frame the page", (origin) => {
    expect(isAncestor(origin, of("teams"), self)).toBe(true);
  });

  it("let the tenant's SharePoint frame the page, and no other", () => {
    expect(isAncestor("https://contoso.sharepoint.com", of("sharepoint"), self)).toBe(true);
    expect(isAncestor("https://other.sharepoint.com", of("sharepoint"), self)).toBe(false);
    expect(isAncestor("https://contoso.sharepoint.com", of("teams"), self)).toBe(false);
  });
});
