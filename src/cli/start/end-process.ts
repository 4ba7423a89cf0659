import type { Logger } from "pino";
import { exitCodes } from "../exit-codes.ts";

/** What ends a process. */
interface Ending {
  /** Ends what runs, in order. */
  readonly stop: () => Promise<void>;
  /** How long that may take, in milliseconds. */
  readonly withinMs: number;
  readonly log: Logger;
}

/**
 * Ctrl+C reaches all processes of a terminal, and npm and our own launcher hand it on as well: what comes so soon after
 * the first signal is the same one.
 */
const echoMs = 500;

/** How long an end in order may take beyond its time, for what others have to answer: the database. */
const overtimeMs = 5_000;

/** Ends the process in order at SIGTERM or SIGINT: 0 when all went well. A second signal ends it at once. */
export function endOnSignals({ stop, withinMs, log }: Ending): void {
  let firstAt: number | undefined;
  const onSignal = (signal: "SIGTERM" | "SIGINT"): void => {
    const now = performance.now();
    if (firstAt === undefined) {
      firstAt = now;
      log.info({ signal, withinMs }, "stopping; a second signal ends it at once");
      void endInOrder({ stop, withinMs, log });
    } else if (now - firstAt > echoMs) {
      log.warn({ signal }, "a second signal: ending at once. What was in progress is taken up again");
      process.exit(signal === "SIGINT" ? exitCodes.interrupted : exitCodes.terminated);
    }
  };
  process.on("SIGTERM", onSignal);
  process.on("SIGINT", onSignal);
}

/**
 * Ends the process at once, with 0, at SIGTERM or SIGINT while there is nothing to stop yet: it starts, or waits to be
 * registered. The first process of a container hears no signal that it does not ask for
 * (https://man7.org/linux/man-pages/man7/pid_namespaces.7.html). Returns what takes this back.
 */
export function endWhileStarting(): () => void {
  const end = (): void => process.exit(exitCodes.done);
  process.once("SIGTERM", end).once("SIGINT", end);
  return () => void process.off("SIGTERM", end).off("SIGINT", end);
}

/**
 * An error that nobody caught is a bug, after which nothing can be relied on: it is told, and the process ends. Whoever
 * started it starts it again; what was in progress is taken up by others, or by that one.
 * https://nodejs.org/api/process.html#warning-using-uncaughtexception-correctly
 */
export function endOnUncaught(log: Pick<Logger, "fatal">): void {
  process.on("uncaughtException", (err: unknown, origin) => {
    log.fatal({ err, origin }, "a bug: an error that nobody caught ends the process");
    process.exit(exitCodes.failed);
  });
}

async function endInOrder({ stop, withinMs, log }: Ending): Promise<void> {
  setTimeout(() => {
    log.error({}, "the stop did not come to its end in time");
    process.exit(exitCodes.failed);
  }, withinMs + overtimeMs).unref();
  try {
    await stop();
    // What GitHub has not answered yet would keep the process for as long as it takes.
    process.exit(exitCodes.done);
  } catch (err) {
    log.error({ err }, "the stop did not go well");
    process.exit(exitCodes.failed);
  }
}
