import { createWriter, type ExportMessage } from "./export-job.ts";

const write = createWriter();
addEventListener("message", ({ data }: MessageEvent<ExportMessage>) => postMessage(write(data)));
