import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { openHostChannel, type Place } from "./host-channel.ts";
import type { Connect, HostRequest, PageMessage, PageState } from "./protocol.ts";

const PORTAL = "https://portal.example";
const CONNECT = { protocol: "referrals-dashboard", kind: "connect", version: 1 };
const STATE: PageState = {
  version: 1,
  view: "overview",
  address: "/",
  selection: {},
  signedIn: true,
  height: 0,
  ignored: 0,
};

const open: MessagePort[] = [];
afterEach(() => {
  for (const port of open.splice(0)) port.close();
});

type Sent = { data: unknown; origin?: string; source?: unknown; ports?: MessagePort[] };

/** A page framed by PORTAL, with its recorded messages. */
function createPage() {
  const parent = {};
  const self = {};
  let take: (event: MessageEvent<unknown>) => void = () => {};
  let time = 0;
  const connected: Connect[] = [];
  const requests: HostRequest[] = [];
  const place: Place = {
    parent,
    self,
    origin: "https://own.example",
    listen: (next) => (take = next),
    now: () => time,
  };
  const link = openHostChannel({
    place,
    isAllowed: (origin) => origin === PORTAL,
    onConnect: (connect) => connected.push(connect),
    answer: (request) => {
      requests.push(request);
      return { kind: "answer", id: request.id, state: STATE };
    },
  });
  const send = ({ data, origin = PORTAL, source = parent, ports = [] }: Sent) =>
    take({ data, origin, source, ports } as unknown as MessageEvent<unknown>);
  return { link, send, connected, requests, self, pass: (ms: number) => (time += ms) };
}

function createPort() {
  const { port1, port2 } = new MessageChannel();
  open.push(port1, port2);
  const received: PageMessage[] = [];
  port1.onmessage = ({ data }) => received.push(JSON.parse(String(data)));
  return { host: port1, page: port2, received };
}

/** Waits until all posted messages have arrived. */
async function arrive(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setTimeout(resolve));
}

describe("the conversation with a host", () => {
  it("begins with the window that frames the page, and goes on over its port", async () => {
    const { link, send, connected, requests } = createPage();
    const { host, page, received } = createPort();
    send({ data: JSON.stringify(CONNECT), ports: [page] });
    host.postMessage(JSON.stringify({ kind: "refresh", id: 7 }));
    link.tell({ kind: "resized", height: 400 });
    await arrive();
    expect(connected).toEqual([{ ...CONNECT, keepsHeight: false, opensRecords: false }]);
    expect(requests).toEqual([{ kind: "refresh", id: 7 }]);
    expect(received).toEqual([
      { kind: "resized", height: 400 },
      { kind: "answer", id: 7, state: STATE },
    ]);
    expect(link.ignored()).toBe(0);
  });

  it("is not taken up with anybody else", () => {
    const { link, send, connected } = createPage();
    const data = JSON.stringify(CONNECT);
    const { page } = createPort();
    send({ data, ports: [page], origin: "https://evil.example" });
    send({ data, ports: [page], origin: "null" });
    send({ data, ports: [page], source: {} });
    send({ data, ports: [] });
    send({ data, ports: [page, page] });
    send({ data: CONNECT, ports: [page] });
    send({ data: JSON.stringify({ ...CONNECT, version: 2 }), ports: [page] });
    send({ data: JSON.stringify({ ...CONNECT, more: 1 }), ports: [page] });
    send({ data: `${JSON.stringify(CONNECT)}${" ".repeat(9_000)}`, ports: [page] });
    expect(connected).toEqual([]);
    expect(link.ignored()).toBe(9);
  });

  it("does not count what windows of our own say to each other", () => {
    const { link, send, self } = createPage();
    send({ data: "msal", source: {}, origin: "https://own.example" });
    send({ data: "extension", source: self });
    expect(link.ignored()).toBe(0);
  });

  it("survives whatever is posted", () => {
    const { link, send, connected } = createPage();
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string(), fc.anything({ withNullPrototype: true })), (data) => {
        const before = link.ignored();
        send({ data });
        return link.ignored() === before + 1 && connected.length === 0;
      }),
    );
  });

  it("goes on with the last one who took it up", async () => {
    const { link, send } = createPage();
    const [first, second] = [createPort(), createPort()];
    for (const { page } of [first, second]) send({ data: JSON.stringify(CONNECT), ports: [page] });
    link.tell({ kind: "signedIn" });
    await arrive();
    expect([first.received, second.received]).toEqual([[], [{ kind: "signedIn" }]]);
  });

  it("answers sixty requests a second, and what is wrong never", async () => {
    const { link, send, requests, pass } = createPage();
    const { host, page } = createPort();
    send({ data: JSON.stringify(CONNECT), ports: [page] });
    for (let id = 0; id < 100; id += 1) host.postMessage(JSON.stringify({ kind: "getState", id }));
    await arrive();
    expect([requests.length, link.ignored()]).toEqual([60, 40]);
    pass(1000);
    const wrong = [
      '{"kind":"getState","id":1,"__proto__":{"isAdmin":true}}',
      '{"kind":"setTheme","id":1,"theme":"pink"}',
      '{"kind":"setSelection","id":1,"selection":{"constructor":"x"}}',
      '{"kind":"constructor","id":1}',
      '{"kind":"getState","id":-1}',
      '{"kind":"getState"}',
      "[]",
      "null",
    ];
    for (const text of wrong) host.postMessage(text);
    await arrive();
    expect([requests.length, link.ignored()]).toEqual([60, 40 + wrong.length]);
  });
});
