import { parentPort, Worker } from "node:worker_threads";

/** A thread that needs more memory than this ends, and not the process. */
const maxThreadMemoryMb = 1024;

/**
 * Trees are short-lived, and by itself a thread takes a lot of room for them that it never gives back: this kept 120 MB
 * of it away, for about a third more time to cut pages.
 */
const youngMemoryMb = 8;

/** What the thread says once it has read its code. */
const ready = "ready";

/** What comes back for a job: its result, or the error it ended in. */
export type Answer<Result> = { readonly result: Result } | { readonly error: unknown };

type Numbered<Part> = Part & { readonly id: number };

/**
 * One worker thread that does one job after the other, in the order they are asked. It starts with the first job, and a
 * thread that dies or takes too long for one is replaced with the next. It does not keep the process alive by itself.
 */
export class SerialThread<Job, Result> {
  readonly #script: URL;
  readonly #timeoutMsOf: (job: Job) => number;
  #thread: Worker | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #nextId = 1;
  #isReady = false;
  #isClosed = false;

  /**
   * `script` is what the thread runs, without its ending: from source that is `.ts`, and `.js` in the published package.
   * `timeoutMsOf` bounds a job's own time, without its wait for others and for the thread to read its code.
   */
  constructor(script: URL, timeoutMsOf: (job: Job) => number) {
    this.#script = new URL(`${script.href}.${import.meta.url.endsWith(".ts") ? "ts" : "js"}`);
    this.#timeoutMsOf = timeoutMsOf;
  }

  /** Undefined when the thread died over the job, or it took too long. Rejects when the thread is closed. */
  ask(job: Job): Promise<Answer<Result> | undefined> {
    // The next job waits for this one, whatever becomes of it.
    const answered = this.#last.then(() => this.#askNow(job));
    this.#last = answered.catch(() => undefined);
    return answered;
  }

  /** Ends the thread where it is; what is under way or waits rejects. Closing twice is closing once. */
  async close(): Promise<void> {
    this.#isClosed = true;
    const thread = this.#thread;
    this.#thread = undefined;
    await thread?.terminate();
  }

  async #askNow(job: Job): Promise<Answer<Result> | undefined> {
    if (this.#isClosed) throw new Error("The thread is closed.");
    const answer = await this.#post(job);
    if (answer === undefined && this.#isClosed) throw new Error("The thread was closed while it worked.");
    return answer;
  }

  #post(job: Job): Promise<Answer<Result> | undefined> {
    const id = this.#nextId++;
    const thread = (this.#thread ??= this.#start());
    return new Promise((resolve) => {
      let timer: NodeJS.Timeout | undefined;
      const end = (answer?: Answer<Result>): void => {
        clearTimeout(timer);
        thread.off("message", onMessage).off("exit", onExit);
        thread.unref();
        resolve(answer);
      };
      const begin = (): void => {
        this.#isReady = true;
        timer = setTimeout(() => void thread.terminate(), this.#timeoutMsOf(job));
      };
      const onMessage = (said: typeof ready | Numbered<Answer<Result>>): void => {
        if (said === ready) begin();
        else if (said.id === id) end(said);
      };
      const onExit = (): void => end();
      // Somebody waits for this job, so the process stays until it is done.
      thread.ref();
      thread.on("message", onMessage).on("exit", onExit);
      if (this.#isReady) begin();
      thread.postMessage({ id, job }, []);
    });
  }

  #start(): Worker {
    const thread = new Worker(this.#script, {
      resourceLimits: { maxOldGenerationSizeMb: maxThreadMemoryMb, maxYoungGenerationSizeMb: youngMemoryMb },
    });
    thread.unref();
    // An error ends the thread; what follows from that is done when it has ended.
    thread.on("error", () => undefined);
    thread.on("exit", () => {
      if (this.#thread === thread) this.#thread = undefined;
      this.#isReady = false;
    });
    return thread;
  }
}

/** The thread's side: does each job it is sent by `work`, which takes what the other side sends. Called once, last in the script. */
export function doJobs(work: (job: never) => unknown): void {
  parentPort?.postMessage(ready, []);
  parentPort?.on("message", ({ id, job }: { readonly id: number; readonly job: never }) => {
    parentPort?.postMessage({ id, ...attempt(() => work(job)) }, []);
  });
}

function attempt(work: () => unknown): Answer<unknown> {
  try {
    return { result: work() };
  } catch (error) {
    return { error };
  }
}
