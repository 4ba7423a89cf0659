import { fork, type ChildProcess } from "node:child_process";
import { createWriteStream, type WriteStream } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Settings } from "../../../src/config/settings.ts";
import type { Answer, Die, Question, StartedWith } from "./messages.ts";

/** What Node compiled, for the next process. It is kept at the end of one, which those that are killed never reach. */
const compileCache = join(tmpdir(), "frontdesk-chaos-compiled");

/** The process ended before it answered. */
class EndedError extends Error {
  override name = "EndedError";
}

export interface AppChildOptions {
  readonly settings: Settings;
  /** What time it is, in milliseconds; the machine's when missing. */
  readonly now?: () => number;
  /** Where each start ends, counted from 0; nowhere when missing. */
  readonly die?: (start: number) => Die;
  /** Where the logs go. */
  readonly logFile: string;
}

interface Running {
  readonly child: ChildProcess;
  readonly url: string;
}

/** The app in a process of its own, which is started again whenever it ends. */
export class AppChild {
  readonly #options: AppChildOptions;
  readonly #log: WriteStream;
  readonly #waiting = new Map<
    number,
    { readonly resolve: (it: Answer) => void; readonly reject: (it: Error) => void }
  >();
  #running: Promise<Running>;
  #child: ChildProcess | undefined;
  #starts = 0;
  #asked = 0;
  #isStopping = false;

  constructor(options: AppChildOptions) {
    this.#options = options;
    this.#log = createWriteStream(options.logFile, { flags: "a" });
    this.#running = this.#start();
  }

  /** How often it was started. */
  get starts(): number {
    return this.#starts;
  }

  /** Where it listens, when it does again. */
  async url(): Promise<string> {
    return (await this.#running).url;
  }

  /** Resolves when nothing is in progress and nothing waits to be done now, however often it ends meanwhile. */
  async idle(): Promise<void> {
    await this.#ask("idle");
  }

  /** Has it look at the clock. */
  async tick(): Promise<void> {
    await this.#ask("tick");
  }

  /** Tells it the time. */
  async moved(): Promise<void> {
    await this.#ask("time");
  }

  /** Ends it without warning, in the middle of whatever it does. */
  kill(): void {
    this.#child?.kill("SIGKILL");
  }

  async stop(): Promise<void> {
    const { child } = await this.#running;
    const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
    await this.#ask("stop");
    this.#isStopping = true;
    await gone;
    this.#log.end();
  }

  async #ask(ask: Question["ask"]): Promise<Answer> {
    for (;;) {
      const { child } = await this.#running;
      if (ask === "stop") this.#isStopping = true;
      try {
        return await this.#send(child, ask);
      } catch (error) {
        if (!(error instanceof EndedError)) throw error;
      }
    }
  }

  async #send(child: ChildProcess, ask: Question["ask"]): Promise<Answer> {
    const id = ++this.#asked;
    return new Promise((resolve, reject) => {
      if (!child.connected) {
        // Its end is noticed in a moment.
        setTimeout(() => reject(new EndedError("it has ended")), 5);
        return;
      }
      this.#waiting.set(id, { resolve, reject });
      child.send({ id, ask, ...this.#time } satisfies Question, () => undefined);
    });
  }

  async #start(): Promise<Running> {
    const { settings, die } = this.#options;
    const with_: StartedWith = { settings, ...this.#time, die: die?.(this.#starts) ?? {} };
    this.#starts += 1;
    const child = fork(fileURLToPath(new URL("app-process.ts", import.meta.url)), {
      execArgv: [],
      env: {
        ...process.env,
        FRONTDESK_CHAOS: JSON.stringify(with_),
        NODE_OPTIONS: "",
        NODE_COMPILE_CACHE: compileCache,
      },
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    });
    this.#child = child;
    child.stdout?.pipe(this.#log, { end: false });
    child.stderr?.pipe(this.#log, { end: false });
    return new Promise((resolve, reject) => {
      child.on("message", ({ id, url }: Answer) => {
        if (id === 0) resolve({ child, url });
        this.#waiting.get(id)?.resolve({ id, url });
        this.#waiting.delete(id);
      });
      child.once("exit", (code, signal) => {
        if (code !== 0 && signal !== "SIGKILL") {
          reject(new Error(`the app ended with ${code ?? signal}; see ${this.#options.logFile}`));
          this.#fail(new Error(`the app ended with ${code ?? signal}; see ${this.#options.logFile}`));
          return;
        }
        if (this.#isStopping) return;
        const again = this.#start();
        this.#running = again;
        // Whoever waited for this start waits for the next one.
        again.then(resolve, reject);
        this.#fail(new EndedError("it has ended"));
      });
    });
  }

  get #time(): { readonly now?: number } {
    const { now } = this.#options;
    return now ? { now: now() } : {};
  }

  #fail(error: Error): void {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
