/** How much memory the app holds at rest: just started, and with a repository of 500 pages in its index. */
import { setTimeout as sleep } from "node:timers/promises";
import { openDesk } from "./desk.ts";
import { print } from "./figures.ts";
import { generatedDocs } from "./generated-docs.ts";

const pages = 500;
const restMs = 5_000;

const desk = await openDesk(generatedDocs(pages, { bytes: 4_000 }));
try {
  await measure("started");
  desk.install();
  await measure(`${pages} pages of 4 kB read and cut`);
  desk.ask("Change the port of a proxy", "I want to change the port of a proxy.");
  await measure("the same in the index, one question answered");
} finally {
  await desk.close();
}

async function measure(what: string): Promise<void> {
  await desk.settle();
  await sleep(restMs);
  const memory = await desk.app.memory();
  const figure = memory && `${memory.now.toFixed(0)} MB resident, ${memory.most.toFixed(0)} MB at most so far`;
  print(`${what}, then ${restMs / 1_000} s of rest`, figure ?? "unknown on this system");
}
