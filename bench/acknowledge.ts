/** How soon webhooks are acknowledged at 200 a second for ten seconds, each written durably before its 202. */
import { openDesk } from "./desk.ts";
import { print, spread } from "./figures.ts";
import { generatedDocs } from "./generated-docs.ts";
import { sendWebhooks } from "./send-webhooks.ts";

const perSecond = 200;
const seconds = 10;

const desk = await openDesk(generatedDocs(20, { bytes: 2_000 }));
try {
  desk.install();
  desk.ask("How do I change the port?", "I looked everywhere.");
  await desk.settle();
  const [sample] = desk.github.webhooks.list().filter(({ event }) => event === "discussion");
  if (sample === undefined) throw new Error("No discussion was told of.");
  const payload = JSON.parse(sample.request.body) as { readonly discussion: object };
  const kilobytes = (sample.request.body.length / 1_000).toFixed(0);
  console.log(
    `${perSecond} webhooks of ${kilobytes} kB a second for ${seconds} s, from another process on keep-alive connections\n`,
  );

  await measure("of an event nobody handles", "star", () => sample.request.body);
  await measure("of questions, each deleted by the time it is read", "discussion", (index) =>
    JSON.stringify({ ...payload, discussion: { ...payload.discussion, number: 100_000 + index } }),
  );
} finally {
  await desk.close();
}

async function measure(what: string, event: string, body: (index: number) => string): Promise<void> {
  const used = await desk.app.processorSeconds();
  const { milliseconds, answers } = await sendWebhooks({ ...desk.webhook, event, perSecond, seconds, body });
  const ended = performance.now();
  await desk.settle();
  const later = ((performance.now() - ended) / 1_000).toFixed(1);
  const each = (((await desk.app.processorSeconds()) - used) * 1_000) / milliseconds.length;
  const statuses = Object.entries(answers).map(([status, count]) => `${count} × ${status}`);
  print(`acknowledged, ${what}`, `${spread(milliseconds)}; ${statuses.join(", ")}`);
  print("  all handled", `${later} s after the last answer; ${each.toFixed(1)} ms of processor time each`);
}
