import { appendFileSync, mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "playwright/test";

export type Condition = { referrals: number; cpu: number; network: string };

/** What one measure gave over several runs; `target` is the most that its median may be. */
export type Figure = Condition & {
  name: string;
  unit: "ms" | "kB" | "requests" | "times";
  values: readonly number[];
  target?: number;
};

const FOLDER = fileURLToPath(new URL("../results/", import.meta.url));

/** How often each measure is taken; the median of them counts. */
export const RUNS = Number(process.env.BENCH_RUNS ?? 5);

/** The middle of some numbers; of an even count the upper one of the two. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

const DIGITS: Record<Figure["unit"], number> = { ms: 1, kB: 1, requests: 0, times: 2 };

function line({ name, referrals, cpu, network, unit, values, target }: Figure): string {
  const number = (value: number) => value.toFixed(DIGITS[unit]).padStart(8);
  const range = `${number(Math.min(...values))} –${number(Math.max(...values))}`;
  const verdict =
    target === undefined ? "" : `  ${holds({ values, target }) ? "pass" : "FAIL"}, at most ${target}`;
  const where = `${referrals.toLocaleString("en").padStart(9)}  ${cpu}×  ${network.padEnd(10)}`;
  return `${name.padEnd(44)} ${where} ${number(median(values))} ${unit.padEnd(8)} (${range})${verdict}`;
}

function holds({ values, target }: { values: readonly number[]; target: number }): boolean {
  return median(values) <= target;
}

/** Collects the figures of a file: writes each as a line of JSON, and prints all as a table behind the last test. */
export function figuresOfFile(): (figure: Figure) => void {
  const figures: Figure[] = [];
  test.afterAll(() => console.log(`\n${figures.map(line).join("\n")}\n`));
  return (figure) => {
    figures.push(figure);
    const { target, values } = figure;
    const held = target === undefined ? {} : { holds: holds({ values, target }) };
    mkdirSync(FOLDER, { recursive: true });
    const json = { at: new Date().toISOString(), ...figure, median: median(values), ...held };
    appendFileSync(`${FOLDER}bench.jsonl`, `${JSON.stringify(json)}\n`);
    if (target !== undefined) expect.soft(median(values), figure.name).toBeLessThanOrEqual(target);
  };
}
