import { createEncoder, type ExportPlan } from "./encoder.ts";
import type { Encoder, Slice } from "./export-table.ts";

/** Messages to the writer: a plan, then the slices of all tables in order, then the end. */
export type ExportMessage =
  | { kind: "begin"; plan: ExportPlan }
  | { kind: "rows"; slice: Slice }
  | { kind: "end" };

/** One reply per message, in order. */
export type ExportReply =
  | { kind: "written" }
  | { kind: "made"; file: Blob }
  | { kind: "broken"; error: string };

/** Handles the messages of one export in sequence. Never throws. */
export function createWriter(): (message: ExportMessage) => ExportReply {
  let encoder: Encoder | null = null;
  return (message) => {
    try {
      if (message.kind === "begin") encoder = createEncoder(message.plan);
      if (message.kind === "rows") encoder?.write(message.slice);
      if (message.kind === "end" && encoder) return { kind: "made", file: encoder.finish() };
      return { kind: "written" };
    } catch (error) {
      return { kind: "broken", error: String(error) };
    }
  };
}
