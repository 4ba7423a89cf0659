import { performance } from "node:perf_hooks";
import type { ActionReport, ActionRun } from "./cli/action/action-report.ts";
import { clockEvents } from "./cli/action/workflow-events.ts";
import { composeWork, type Overrides } from "./compose.ts";
import { refuseWrites } from "./github/refuse-writes.ts";
import type { Clock } from "./core/clock.ts";
import type { SupportEvent } from "./core/event.ts";
import { acceptOnce } from "./pipeline/accept-once.ts";
import { dryRun } from "./pipeline/dry-run.ts";
import { handledSince, showHandled } from "./pipeline/handled-since.ts";
import { describePlan } from "./pipeline/perform.ts";
import { Schedule } from "./pipeline/schedule.ts";
import { toSupportEvent } from "./pipeline/to-support-event.ts";
import { workUntil } from "./pipeline/work-until.ts";
import { discardUnusable } from "./storage/discard-unusable.ts";
import { createLog } from "./web/create-log.ts";

/** Of the time a run has, what a repository that nobody knows yet may take before the event has its turn. */
const shareOfReading = 0.7;
/** How long what is in progress may take to end when the time is over, in milliseconds. */
const stopMs = 8_000;

/**
 * One run of the action: opens the data of the run before, reads what is missing, handles the event or what is due by the
 * clock, and lets go of everything. Rejects where GitHub does not take the token, and where the data cannot be written.
 */
export async function runAction(
  run: ActionRun,
  write: (text: string) => void,
  { clock = () => new Date(), ...overrides }: Overrides = {},
): Promise<ActionReport> {
  const { token, repository, apiUrl, webUrl, dataFolder, chat, isDry } = run;
  const began = performance.now();
  const secrets = [token, ...chat.map(({ url }) => url)];
  const log = createLog(run.isDebug ? "debug" : "warn", { write }, secrets);
  const startedAnew = await discardUnusable(dataFolder);
  const settings = { token, repository, apiUrl, webUrl, dataFolder, ...(!isDry && { chat }) };
  const parts = await composeWork(settings, log, clock, {
    ...overrides,
    mayHaveLostRecords: true,
    ...(isDry && { guard: refuseWrites }),
  });
  const { inbox, worker, github, records } = parts;
  try {
    // A token that GitHub does not take is told at once, and not by each delivery.
    await github.identity();
    const isCold = (await records.repositories()).length === 0;
    const since = clock();
    const accept = { inbox, clock, log, wake: () => worker.wake() };
    const schedule = new Schedule(accept);
    const until = (share: number) => workUntil(began + run.withinMs * share, { worker, inbox, clock });
    worker.start();
    if (isCold) {
      await schedule.tickAtStart();
      await until(shareOfReading);
    }
    if (isDry) {
      await worker.stop(stopMs);
      const dry = await planFor(run, parts, clock);
      return { isCold, isKnown: false, handled: [], waiting: 0, ranOutOfTime: false, dry, ...anew(startedAnew) };
    }
    const isClock = clockEvents.has(run.event);
    const delivery = { id: run.delivery, name: run.event, payload: run.payload };
    const isNew =
      isClock || (await acceptOnce(delivery, { ...accept, commands: parts.planning.commands, github: github.reads }));
    const hadTime = await until(1);
    // An event has its answer before anything else is looked at.
    await schedule.tick(isClock ? ["minutes", "hour", "day"] : ["minutes"]);
    const isDone = (await until(1)) && hadTime;
    await worker.stop(stopMs);
    const own = isClock ? undefined : await showHandled(inbox, run.delivery);
    const handled = await handledSince(inbox, since);
    const { waiting, running } = await inbox.counts();
    return {
      isCold,
      ...anew(startedAnew),
      ...(own && { own }),
      isKnown: !isNew,
      handled,
      waiting: waiting + running,
      ranOutOfTime: !isDone,
    };
  } finally {
    await worker.stop(stopMs);
    await github.close();
    await Promise.all(
      [parts.splitter, parts.finder, parts.editor, parts.measurer, parts.backtester].map((it) => it.close()),
    );
    await parts.close();
  }
}

function anew(startedAnew: string | undefined): Pick<ActionReport, "startedAnew"> {
  return startedAnew === undefined ? {} : { startedAnew };
}

/** What would be done about the event, or about all that is due by the clock. */
async function planFor(
  run: ActionRun,
  parts: Awaited<ReturnType<typeof composeWork>>,
  clock: Clock,
): Promise<readonly string[]> {
  const ticks = ["minutes", "hour", "day"] as const;
  const own = toSupportEvent({ id: run.delivery, name: run.event, payload: run.payload });
  const events: readonly SupportEvent[] = clockEvents.has(run.event)
    ? ticks.map((every) => ({ kind: "tick", every }))
    : own
      ? [own]
      : [];
  const planned = [];
  for (const event of events) planned.push(...(await dryRun(event, { ...parts.planning, clock })));
  return planned
    .filter(({ plan }) => plan.actions.length > 0)
    .flatMap(({ event, stage, plan }) => describePlan(plan).map((it) => `${event}, ${stage}: ${it}`));
}
