import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { toReadable } from "../readable-log.ts";

/** How long one that ended stays away, so that it can be seen that the other goes on, in milliseconds. */
const awayMs = 5_000;
const launcher = fileURLToPath(new URL("../../bin/frontdesk.js", import.meta.url));

export interface AppProcessOptions {
  /** Stands before each line of its log. */
  readonly name: string;
  readonly env: Readonly<Record<string, string>>;
  /** Takes what is told, a line at a time. */
  readonly tell: (line: string) => void;
}

/** An app as a process of its own, which is started again when it ends by itself or is killed. */
export class AppProcess {
  readonly name: string;
  readonly #options: AppProcessOptions;
  #child: ChildProcess | undefined;
  #url: string | undefined;
  #isStopped = false;

  constructor(options: AppProcessOptions) {
    this.name = options.name;
    this.#options = options;
  }

  /** Where it listens; undefined while it does not. */
  get url(): string | undefined {
    return this.#url;
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** Resolves when it listens. Rejects when it ends before. */
  async start(): Promise<void> {
    const { env, name, tell } = this.#options;
    const child = spawn(process.execPath, [launcher, "start"], {
      env: { PATH: process.env["PATH"], NODE_COMPILE_CACHE: process.env["NODE_COMPILE_CACHE"], ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.#child = child;
    const { promise: listens, resolve, reject } = Promise.withResolvers<void>();
    for (const stream of [child.stdout, child.stderr]) {
      createInterface(stream).on("line", (line) => {
        tell(`${name}  ${toReadable(line)}`);
        const url = /"url":"(?<url>http[^"]+)\/api\/github\/webhooks"/u.exec(line)?.groups?.["url"];
        if (url === undefined) return;
        this.#url = url;
        resolve();
      });
    }
    child.once("exit", (code, signal) => {
      this.#url = undefined;
      if (this.#isStopped) return;
      reject(new Error(`${name} ended with ${signal ?? code} before it listened`));
      void this.#startAgain(signal ?? code);
    });
    await listens;
  }

  /** Ends it in order; resolves when it has ended. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    child.kill("SIGTERM");
    await ended;
  }

  async #startAgain(how: string | number | null): Promise<void> {
    const { tell, name } = this.#options;
    tell(
      `${name}  ended (${how}). The other one takes up what it had in hand; it is started again in ${awayMs / 1000} s.`,
    );
    await sleep(awayMs);
    if (this.#isStopped) return;
    await this.start().catch((error: unknown) => tell(`${name}  ${String(error)}`));
  }
}
