import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** The app as an operator runs it: `frontdesk start` in a process of its own. */
export interface AppProcess {
  readonly url: string;
  /** Deliveries by state, as `/readyz` tells them. */
  counts(): Promise<Readonly<Record<string, number>>>;
  /** Resident memory now and at its highest, in MB; undefined where the system does not tell. */
  memory(): Promise<{ readonly now: number; readonly most: number } | undefined>;
  /** Seconds of processor time it has used so far; NaN where the system does not tell. */
  processorSeconds(): Promise<number>;
  stop(): Promise<void>;
  /** Ends it without warning. */
  kill(): Promise<void>;
}

/** What we read of a line of the app's log. */
interface LogLine {
  readonly url?: string;
  readonly msg?: string;
  readonly level?: number;
}

/** pino's number for it. */
const warning = 40;

/** Starts it with these environment variables, on a free port. */
export async function startAppProcess(environment: Readonly<Record<string, string>>): Promise<AppProcess> {
  const command = fileURLToPath(new URL("../bin/frontdesk.js", import.meta.url));
  const child = spawn(process.execPath, [command, "start"], {
    env: { ...process.env, HOST: "127.0.0.1", PORT: "0", ...environment },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  const url = await new Promise<string>((resolve, reject) => {
    ended.then(() => reject(new Error("The app ended before it listened.")), reject);
    // Read to the end, or the app would wait with its log.
    createInterface(child.stdout).on("line", (line) => {
      const { url, msg = "", level = 0 } = JSON.parse(line) as LogLine;
      // A figure that comes with a warning has to be read with it.
      if (level >= warning) console.log(`  (the app warns: ${msg})`);
      if (url !== undefined && msg.includes("listens")) resolve(new URL(url).origin);
    });
  });
  return {
    url,
    async counts() {
      const answer = await fetch(`${url}/readyz`);
      const { inbox } = (await answer.json()) as { readonly inbox: Readonly<Record<string, number>> };
      return inbox;
    },
    async memory() {
      const status = await readFile(`/proc/${child.pid}/status`, "utf8").catch(() => undefined);
      return status === undefined ? undefined : { now: megabytes(status, "VmRSS"), most: megabytes(status, "VmHWM") };
    },
    async processorSeconds() {
      const stat = await readFile(`/proc/${child.pid}/stat`, "utf8").catch(() => "");
      // utime and stime are the 14th and 15th field, in hundredths of a second; the second one may hold spaces.
      const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      return (Number(fields[11]) + Number(fields[12])) / 100;
    },
    async stop() {
      child.kill("SIGTERM");
      await ended;
    },
    async kill() {
      child.kill("SIGKILL");
      await ended;
    },
  };
}

/** proc_pid_status(5) counts in units of 1024 bytes. */
function megabytes(status: string, field: string): number {
  const [, kilobytes = "NaN"] = new RegExp(`^${field}:\\s+(\\d+) kB$`, "m").exec(status) ?? [];
  return (Number(kilobytes) * 1024) / 1e6;
}
