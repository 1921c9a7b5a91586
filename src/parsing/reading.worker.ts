import { doJob, type ReadingJob, transferablesOf } from "./reading-job.ts";

addEventListener("message", ({ data }: MessageEvent<ReadingJob>) => {
  const reply = doJob(data);
  postMessage(reply, { transfer: transferablesOf(reply) });
});
