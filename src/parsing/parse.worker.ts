import { doJob, type ParseJob, transferablesOf } from "./parse-job.ts";

addEventListener("message", ({ data }: MessageEvent<ParseJob>) => {
  const reply = doJob(data);
  postMessage(reply, { transfer: transferablesOf(reply) });
});
