import { request } from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ENDPOINT } from "#partner-center/endpoint.ts";
import { type FaultyServer, startFaultyServer } from "./testing/faulty-server.ts";

let server: FaultyServer;
let address: string;

beforeAll(async () => {
  server = await startFaultyServer(10);
  address = `${server.origin}/local/faults`;
});
afterAll(() => server.close());
beforeEach(() => server.put([]));

/** The status of a call with headers that `fetch` forbids. */
function statusWith(headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const call = request(address, { method: "DELETE", headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    call.on("error", reject).end();
  });
}

async function list(): Promise<unknown> {
  return (await fetch(address)).json();
}

describe("the address of the faults", () => {
  it("tells what is on and how often it has hit, and takes all off", async () => {
    await server.put([{ kind: "throttle", times: 2 }]);
    expect((await fetch(server.origin + ENDPOINT)).status).toBe(429);
    expect(await list()).toEqual([{ kind: "throttle", retryAfter: 1, as: "seconds", times: 2, hits: 1 }]);
    expect((await fetch(address, { method: "DELETE" })).status).toBe(204);
    expect(await list()).toEqual([]);
    expect((await fetch(server.origin + ENDPOINT)).status).toBe(200);
  });

  it("names all that is wrong with a list at once, and leaves on what was on", async () => {
    await server.put([{ kind: "html" }]);
    const wrong = [{ kind: "slow" }, { kind: "meteor" }, { kind: "drop", times: 0, colour: "red" }];
    const response = await server.put(wrong);
    const body = (await response.json()) as { description: string; data: string[] };
    expect([response.status, Object.keys(body)]).toEqual([400, ["code", "description", "data", "source"]]);
    for (const part of ["[0.ms]", "[1.kind]", '"meteor"', "[2.times]", "[2.colour]"])
      expect(body.description).toContain(part);
    expect(body.data).toHaveLength(4);
    expect(await list()).toMatchObject([{ kind: "html" }]);
  });

  it.each(["", "{}", "[", "null"])("refuses the body %j", async (body) => {
    expect((await fetch(address, { method: "PUT", body })).status).toBe(400);
  });

  it("refuses a list that is too long", async () => {
    expect((await fetch(address, { method: "PUT", body: " ".repeat(70_000) })).status).toBe(413);
    expect((await server.put(Array(101).fill({ kind: "html" }))).status).toBe(400);
  });

  it("refuses other methods", async () => {
    const response = await fetch(address, { method: "POST" });
    expect([response.status, response.headers.get("Allow")]).toEqual([405, "GET, PUT, DELETE"]);
  });

  it("answers this machine only, by its own name and without a proxy between", async () => {
    expect(await statusWith({ Host: "localhost" })).toBe(204);
    expect(await statusWith({ Host: "dashboard.example" })).toBe(403);
    expect(await statusWith({ "X-Forwarded-For": "192.0.2.7" })).toBe(403);
  });
});
