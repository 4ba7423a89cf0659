import { type ResourceLimits, Worker } from "node:worker_threads";
import { SerialQueue } from "../core/serial-queue.ts";
import { fromCrossed, type ThreadMessage, type ThreadRequest } from "./messages.ts";

/**
 * Limits for threads that parse Markdown. Trees are short-lived, and by itself a thread takes a lot of room for them that
 * it never gives back: 8 MB for young objects kept 120 MB of it away, for about a third more time to split pages.
 */
export const parserLimits: ResourceLimits = { maxOldGenerationSizeMb: 1024, maxYoungGenerationSizeMb: 8 };

/** The thread ended while a job was under way: it died, needed too much memory, or the job took too long. */
export class ThreadEndedError extends Error {
  override name = "ThreadEndedError";
}

/** The channel was closed before the job was done. */
export class ThreadClosedError extends Error {
  override name = "ThreadClosedError";
}

export interface ChannelOptions<Job, Notice> {
  /** What the thread does, for messages: `finder`. */
  readonly name: string;
  /** What the thread runs, without its ending: from source that is `.ts`, and `.js` in the published package. */
  readonly script: URL;
  /** Handed to the thread when it starts. */
  readonly workerData?: unknown;
  /** Beyond these limits the thread ends, and not the process. */
  readonly resourceLimits: ResourceLimits;
  /**
   * Longest time for one job, in milliseconds, after which its thread is ended. Jobs then run one after the other, so
   * that the time of one holds neither its wait for others nor for the thread to read its code. Without this, jobs are
   * sent as they come, and take as long as they take.
   */
  readonly timeoutMsOf?: (job: Job) => number;
  /** How long `close` lets the thread end by itself, in milliseconds; 0: it is ended at once. */
  readonly closeMs?: number;
  readonly onNotice?: (notice: Notice) => void;
}

/** A job without a result so far. */
interface PendingJob<Result> {
  readonly resolve: (result: Result) => void;
  readonly reject: (error: Error) => void;
  /** Starts the clock of the job, if it has one. */
  readonly begin: () => void;
}

/**
 * A worker thread that does jobs: the one place where threads are started, bounded in time and ended. The thread starts
 * with the first job. One that ends over a job is replaced with the next job. It does not keep the process alive by
 * itself, but a job under way does.
 */
export class WorkerChannel<Job, Result, Notice = never> {
  readonly #options: ChannelOptions<Job, Notice>;
  readonly #queue = new SerialQueue();
  readonly #pending = new Map<number, PendingJob<Result>>();
  #thread: Worker | undefined;
  #nextId = 1;
  #isReady = false;
  #closed: Promise<void> | undefined;

  constructor(options: ChannelOptions<Job, Notice>) {
    this.#options = options;
  }

  /**
   * Resolves to the job's result, or rejects with the job's own error, of the class it had. Rejects with
   * `ThreadEndedError` when the thread ended over it, and with `ThreadClosedError` when the channel is closed.
   */
  send(job: Job): Promise<Result> {
    const { timeoutMsOf } = this.#options;
    return timeoutMsOf === undefined ? this.#post(job) : this.#queue.run(() => this.#post(job, timeoutMsOf(job)));
  }

  /** Rejects the jobs under way and those to come, and ends the thread. Closing twice is closing once. */
  close(): Promise<void> {
    this.#closed ??= this.#end();
    return this.#closed;
  }

  async #post(job: Job, timeoutMs?: number): Promise<Result> {
    if (this.#closed !== undefined) throw new ThreadClosedError(`The ${this.#options.name} is closed.`);
    const id = this.#nextId++;
    const thread = (this.#thread ??= this.#start());
    let timer: NodeJS.Timeout | undefined;
    const begin = (): void => {
      if (timeoutMs !== undefined) timer = setTimeout(() => void thread.terminate(), timeoutMs);
    };
    try {
      return await new Promise<Result>((resolve, reject) => {
        post(thread, { kind: "job", id, job });
        this.#pending.set(id, { resolve, reject, begin });
        // A caller waits for the result, so the process stays until it is there.
        thread.ref();
        if (this.#isReady) begin();
      });
    } finally {
      clearTimeout(timer);
      this.#pending.delete(id);
      if (this.#pending.size === 0 && this.#closed === undefined) thread.unref();
    }
  }

  async #end(): Promise<void> {
    const { name, closeMs = 0 } = this.#options;
    this.#rejectAll(new ThreadClosedError(`The ${name} was closed while it worked.`));
    const thread = this.#thread;
    if (thread === undefined) return;
    if (closeMs === 0) return void (await thread.terminate());
    const ended = new Promise((resolve) => thread.once("exit", resolve));
    thread.ref();
    post(thread, { kind: "close" });
    const timer = setTimeout(() => void thread.terminate(), closeMs);
    await ended;
    clearTimeout(timer);
  }

  #start(): Worker {
    const { script, workerData, resourceLimits, name } = this.#options;
    const ending = import.meta.url.endsWith(".ts") ? "ts" : "js";
    const thread = new Worker(new URL(`${script.href}.${ending}`), { workerData, resourceLimits });
    thread.unref();
    let reason: unknown;
    thread.on("message", (message: ThreadMessage<Result, Notice>) => this.#receive(message));
    // An error ends the thread: its jobs are rejected when it has ended.
    thread.on("error", (error) => (reason = error));
    thread.on("exit", () => {
      this.#thread = undefined;
      this.#isReady = false;
      this.#rejectAll(new ThreadEndedError(`The ${name}'s thread has ended.`, { cause: reason }));
    });
    return thread;
  }

  #receive(message: ThreadMessage<Result, Notice>): void {
    switch (message.kind) {
      case "ready":
        this.#isReady = true;
        for (const { begin } of this.#pending.values()) begin();
        break;
      case "done":
        this.#pending.get(message.id)?.resolve(message.result);
        break;
      case "failed":
        this.#pending.get(message.id)?.reject(fromCrossed(message.error));
        break;
      default:
        this.#options.onNotice?.(message.notice);
    }
  }

  #rejectAll(error: Error): void {
    for (const { reject } of this.#pending.values()) reject(error);
  }
}

/** The second argument is the list of what is moved instead of copied: nothing. */
function post<Job>(thread: Worker, request: ThreadRequest<Job>): void {
  thread.postMessage(request, []);
}
