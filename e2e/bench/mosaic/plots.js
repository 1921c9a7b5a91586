import * as duckdb from "@duckdb/duckdb-wasm";
import worker from "@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url";
import engine from "@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url";
import * as vg from "@uwdata/vgplot";

// As CSV: what reads Parquet is an extension that DuckDB-WASM would load from the internet.
const file = await fetch("referrals.csv");
const database = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), new Worker(worker));
await database.instantiate(engine);
await database.registerFileBuffer("referrals.csv", new Uint8Array(await file.arrayBuffer()));
const coordinator = vg.coordinator();
coordinator.logger(null);
coordinator.databaseConnector(vg.wasmConnector({ duckdb: database }));
// What is fastest for Mosaic: the columns that are shown and no others, the month made beforehand.
await coordinator.exec(
  `CREATE TABLE referrals AS SELECT status, customerMarket AS market, date_trunc('month', createdDate)::DATE AS month
    FROM read_csv('referrals.csv')`,
);

const chosen = vg.Selection.crossfilter();
const referrals = vg.from("referrals", { filterBy: chosen });
const size = [vg.width(400), vg.height(600), vg.marginLeft(60)];
const plots = {
  status: vg.plot(vg.barX(referrals, { x: vg.count(), y: "status", sort: { y: "-x" } }), ...size),
  month: vg.plot(vg.lineY(referrals, { x: "month", y: vg.count() }), ...size),
  market: vg.plot(
    vg.barX(referrals, { x: vg.count(), y: "market", ariaLabel: "market", sort: { y: "-x" } }),
    vg.toggleY({ as: chosen }),
    vg.highlight({ by: chosen }),
    ...size,
  ),
};
for (const plot of Object.values(plots)) {
  const section = document.createElement("section");
  const figure = document.createElement("figure");
  figure.append(plot);
  section.append(figure);
  document.querySelector("main").append(section);
}

/** The counts that the trend shows, in the order of their months. */
globalThis.countsByMonth = () => {
  const { month, y } = plots.month.value.marks[0].data.columns;
  const points = [...month].map((value, at) => [Number(value), Number([...y][at])]);
  return points.sort(([a], [b]) => a - b).map(([, count]) => count);
};
