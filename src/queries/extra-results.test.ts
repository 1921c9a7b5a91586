import { QueryClient } from "@tanstack/react-query";
import { expect, it } from "vitest";
import { cachedResults, GROUPED } from "./query-cache.ts";

it("gives the results of one filter of fields alone, and new ones as they come", () => {
  const queryClient = new QueryClient();
  const results = (extraFilter: string) =>
    cachedResults(queryClient, extraFilter).map(({ result }) => result as unknown);
  expect(results("kind:co-sell")).toEqual([]);
  queryClient.setQueryData([GROUPED, "", "groupby=status"], "all");
  queryClient.setQueryData([GROUPED, "kind:co-sell", "groupby=status"], "co-sell");
  expect(results("")).toEqual(["all"]);
  expect(results("kind:co-sell")).toEqual(["co-sell"]);
  expect(results("kind:private")).toEqual([]);
});
