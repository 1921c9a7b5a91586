import { describe, expect, it } from "vitest";
import { MAX_REJECTED_KEPT, type OpenTables } from "./raw-table.ts";
import { UnreadableFileError } from "./unreadable-file.ts";

describe("a file that cannot be read", () => {
  it("says so in one sentence, with its values", () => {
    const error = new UnreadableFileError("too-many-columns", { file: "a.csv", columns: 300_000, max: 5000 });
    expect(error.message).toBe("a.csv has 300000 columns; at most 5000 can be read.");
    expect(error.code).toBe("too-many-columns");
  });

  it("is what opening a file rejects with", async () => {
    const open: OpenTables = (file) => Promise.reject(new UnreadableFileError("empty", { file: file.name }));
    const nothing = { name: "b.csv", size: 0, async *stream() {} };
    await expect(open(nothing, { headerScore: () => MAX_REJECTED_KEPT })).rejects.toThrow("b.csv is empty.");
  });
});
