import { doTask, type ParseTask, transferablesOf } from "./parse-job.ts";

addEventListener("message", ({ data }: MessageEvent<ParseTask>) => {
  const reply = doTask(data);
  postMessage(reply, { transfer: transferablesOf(reply) });
});
