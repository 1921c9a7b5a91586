import { describe, expect, it } from "vitest";
import { funnelOf, type Journey } from "#referrals/funnel.ts";
import { keyFiguresOf } from "./overview-view-model.ts";

const JOURNEYS: Journey[] = [
  { outcome: "won", acknowledged: true, accepted: true, count: 3 },
  { outcome: "open-new", acknowledged: false, accepted: false, count: 2 },
  { outcome: "lost", acknowledged: true, accepted: true, count: 4 },
  { outcome: "missed", acknowledged: false, accepted: false, count: 1 },
];

describe("the key figures", () => {
  it("count the stages and what is open", () => {
    const figures = keyFiguresOf(funnelOf(JOURNEYS));
    const counts = figures.flatMap((figure) => (figure.kind === "count" ? [[figure.key, figure.count]] : []));
    expect(counts).toEqual([
      ["created", 10],
      ["acknowledged", 7],
      ["accepted", 7],
      ["won", 3],
      ["open", 2],
    ]);
  });

  it("have no win rate when nothing was referred", () => {
    const [rate] = keyFiguresOf(funnelOf([])).filter((figure) => figure.key === "win");
    expect(rate).toMatchObject({ rate: { kind: "absent" } });
  });
});
