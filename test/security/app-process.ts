import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";

/** `frontdesk …` as a process of its own, with all that it prints. */
export interface PrintingProcess {
  /** What it has printed on both outputs, as lines. */
  lines(): readonly string[];
  /** Waits until it has printed this. Rejects when it ends before. */
  until(printed: RegExp): Promise<RegExpExecArray>;
  /** Asks it to stop; resolves with its exit code. */
  stop(): Promise<number | null>;
  /** Resolves with its exit code when it ends by itself. */
  readonly ended: Promise<number | null>;
}

/** Runs it with these settings and no others of the machine's. */
export function runFrontdesk(args: readonly string[], settings: Readonly<Record<string, string>>): PrintingProcess {
  const { PATH, NODE_COMPILE_CACHE = "" } = process.env;
  const child = spawn(process.execPath, ["bin/frontdesk.js", ...args], {
    env: { PATH, NODE_COMPILE_CACHE, ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
  }
  const ended = once(child, "close").then(() => child.exitCode);
  return {
    lines: () => text.split("\n").filter((it) => it !== ""),
    async until(printed) {
      for (let found = printed.exec(text); ; found = printed.exec(text)) {
        if (found) return found;
        if (child.exitCode !== null) throw new Error(`it ended: ${text.slice(-2_000)}`);
        await sleep(20);
      }
    },
    async stop() {
      child.kill("SIGTERM");
      return ended;
    },
    ended,
  };
}
