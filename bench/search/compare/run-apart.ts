import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Order, Word } from "./child.ts";
import type { Measured } from "./measure.ts";

/** How a process ended that measured an engine. */
export interface Outcome {
  /** What was known last; missing where it ended before it had begun. */
  readonly measured?: Measured;
  /** Why there is no more; missing where there is all. */
  readonly trouble?: string;
}

export interface ApartOptions extends Order {
  /** The most that V8 may hold, in megabytes. */
  readonly heap: number;
}

/** Loading the corpus before, and the snapshot after what the time limit is for. */
const patience = 120_000;

/** Measures an engine in a process of its own. Never rejects for what the engine does there. */
export async function runApart({ heap, ...order }: ApartOptions): Promise<Outcome> {
  const script = fileURLToPath(new URL("child.ts", import.meta.url));
  const child = fork(script, {
    execArgv: [`--max-old-space-size=${heap}`],
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  let last: Word | undefined;
  let complaint = "";
  let isTooLong = false;
  child.on("message", (word: Word) => (last = word));
  child.stderr?.on("data", (bytes: Buffer) => (complaint += bytes.toString()));
  const timer = setTimeout(() => (isTooLong = child.kill("SIGKILL")), order.timeLimit + patience);
  child.send(order);
  const [status, signal] = (await once(child, "close")) as [number | null, string | null];
  clearTimeout(timer);
  const measured = last === undefined ? {} : { measured: last.measured };
  if (isTooLong || (last?.isDone === true && isUnfinished(last.measured))) {
    return { ...measured, trouble: `stopped after ${order.timeLimit / 1000} s` };
  }
  if (last?.isDone === true) return measured;
  return { ...measured, trouble: whyItEnded(complaint, heap, status, signal) };
}

function isUnfinished({ build, answering, questions }: Measured): boolean {
  return build === undefined || answering.length < questions;
}

function whyItEnded(complaint: string, heap: number, status: number | null, signal: string | null): string {
  if (complaint.includes("heap out of memory")) return `needed more than ${heap} MB`;
  const line = complaint.split("\n").find((it) => /^\w*Error\b.*:/u.test(it));
  return `ended with ${signal ?? `status ${status}`}${line === undefined ? "" : `: ${line.trim()}`}`;
}
