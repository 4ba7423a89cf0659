/**
 * The app as a process of its own whose clock its parent moves, and which ends by SIGKILL where it is told to: see
 * `app-child.ts`. What it is started with comes in one variable, what it is asked by messages.
 */
import { startApp } from "../../../src/main.ts";
import { createLog } from "../../../src/web/create-log.ts";
import { hurriedStopwatch } from "../../helpers/hurried-stopwatch.ts";
import { noThreads } from "../../helpers/no-threads.ts";
import type { Answer, Question, StartedWith } from "./messages.ts";
import { dieAtPoints } from "./crash-points.ts";

const { settings, now: startedAt, die }: StartedWith = JSON.parse(process.env["FRONTDESK_CHAOS"] ?? "");
let moved = startedAt;
const now = () => moved ?? Date.now();

dieAtPoints(die);
if (startedAt !== undefined) waitShortly();

const app = await startApp(settings, createLog("info", process.stdout), {
  pace: { stopwatch: hurriedStopwatch(now), maxInLane: Number.POSITIVE_INFINITY },
  readRetryMs: 5,
  threads: noThreads,
  clock: () => new Date(now()),
});

process.on("message", (question: Question) => {
  moved = question.now;
  answer(question).catch((error: unknown) => {
    process.stdout.write(`${String(error)}\n`);
    process.exit(1);
  });
});
// Nobody starts it again, or stops it.
process.on("disconnect", () => process.exit());
tell({ id: 0, url: app.url });

async function answer({ id, ask }: Question): Promise<void> {
  if (ask === "idle") await app.idle();
  if (ask === "tick") await app.tick();
  tell({ id, url: app.url });
  if (ask === "stop") await app.stop().then(() => process.disconnect());
}

function tell(it: Answer): void {
  process.send?.(it);
}

/** GitHub may leave a request without an answer. Where time is moved, nobody waits twenty seconds for that. */
function waitShortly(): void {
  const timeout = AbortSignal.timeout.bind(AbortSignal);
  AbortSignal.timeout = (ms) => timeout(Math.min(ms, 2_000));
}
