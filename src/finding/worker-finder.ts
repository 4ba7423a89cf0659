import { Worker } from "node:worker_threads";
import type { RepositoryRef } from "../core/discussion.ts";
import type { Hit, Question } from "../core/knowledge.ts";
import type { Finder, Log } from "../core/ports.ts";
import { fromCrossed } from "./cross-error.ts";
import type { FinderMessage, FinderRequest, FinderSettings } from "./messages.ts";

export interface WorkerFinderOptions extends FinderSettings {
  readonly log: Pick<Log, "warn">;
}

/** Indexes that need more memory than this end the thread, not the process. */
const maxThreadMemoryMb = 4_096;

/** How long the thread may take to let go of the database. Then it is stopped where it is, which does no harm either. */
const closeMs = 1_000;

/** A finder with a thread of its own, which `close` ends. The thread alone does not keep the process alive. */
export interface WorkerFinder extends Finder {
  /** Rejects the finds under way, and leaves the database. Closing twice is closing once. */
  close(): Promise<void>;
}

/** A find whose answer has not come yet. */
interface Waiting {
  readonly resolve: (hits: readonly Hit[]) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Finds on a worker thread, started with the first question. If the thread dies, the finds under way reject with the
 * reason, to be tried again by whoever asked, and the next one starts another thread.
 */
export function createWorkerFinder(options: WorkerFinderOptions): WorkerFinder {
  return new ThreadFinder(options);
}

class ThreadFinder implements WorkerFinder {
  readonly #options: WorkerFinderOptions;
  readonly #waiting = new Map<number, Waiting>();
  #thread: Worker | undefined;
  #nextId = 1;
  #closed: Promise<void> | undefined;

  constructor(options: WorkerFinderOptions) {
    this.#options = options;
  }

  async find(repository: RepositoryRef, question: Question, limit: number): Promise<readonly Hit[]> {
    if (this.#closed !== undefined) throw new Error("The finder is closed.");
    const thread = (this.#thread ??= this.#start());
    const id = this.#nextId++;
    return new Promise((resolve, reject) => {
      post(thread, { do: "find", id, repository, question, limit });
      this.#waiting.set(id, { resolve, reject });
      // Somebody waits for the answer, so the process stays until it is there.
      thread.ref();
    });
  }

  close(): Promise<void> {
    this.#closed ??= this.#end();
    return this.#closed;
  }

  async #end(): Promise<void> {
    const thread = this.#thread;
    this.#rejectAll(new Error("The finder was closed while it searched."));
    if (thread === undefined) return;
    const ended = new Promise((resolve) => thread.once("exit", resolve));
    thread.ref();
    post(thread, { do: "close" });
    const timer = setTimeout(() => void thread.terminate(), closeMs);
    await ended;
    clearTimeout(timer);
  }

  #start(): Worker {
    const { log: _, ...settings } = this.#options;
    // From source this file ends in .ts, and in the published package in .js; so does the thread's.
    const ending = import.meta.url.endsWith(".ts") ? "ts" : "js";
    const thread = new Worker(new URL(`./worker.${ending}`, import.meta.url), {
      workerData: settings satisfies FinderSettings,
      resourceLimits: { maxOldGenerationSizeMb: maxThreadMemoryMb },
    });
    thread.unref();
    let reason: unknown;
    thread.on("message", (message: FinderMessage) => this.#hear(thread, message));
    thread.on("error", (error) => (reason = error));
    // An error ends the thread; what follows from that is done when it has ended.
    thread.on("exit", () => {
      if (this.#thread === thread) this.#thread = undefined;
      this.#rejectAll(new Error("The finder's thread has ended.", { cause: reason }));
    });
    return thread;
  }

  #hear(thread: Worker, message: FinderMessage): void {
    if (message.is === "warning") {
      const { facts, error } = message;
      return this.#options.log.warn({ ...facts, ...(error && { err: fromCrossed(error) }) }, message.message);
    }
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (this.#waiting.size === 0 && this.#closed === undefined) thread.unref();
    if (message.is === "found") waiting?.resolve(message.hits);
    else waiting?.reject(fromCrossed(message.error));
  }

  #rejectAll(error: Error): void {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}

/** The second argument is the list of what is moved instead of copied: nothing. */
function post(thread: Worker, request: FinderRequest): void {
  thread.postMessage(request, []);
}
