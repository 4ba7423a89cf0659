import { Worker } from "node:worker_threads";
import { UserError } from "../core/errors.ts";
import type { FaqEditor, FaqJob, FaqJobResult } from "../core/faq-editor.ts";
import type { EditAnswer, EditRequest } from "./worker.ts";

export interface WorkerEditorOptions {
  /** Longest time for one job, in milliseconds. */
  readonly jobTimeoutMs?: number;
}

/** Most edits take some tens of milliseconds; the longest file that is edited takes a few seconds. */
const usualTimeoutMs = 20_000;

/** A file that needs more memory than this ends the thread, not the process. */
const maxThreadMemoryMb = 1024;

/** Trees are short-lived: see `cutting/worker-cutter.ts`. */
const youngMemoryMb = 8;

/** An editor with a thread of its own, which `close` ends. The thread alone does not keep the process alive. */
export interface WorkerEditor extends FaqEditor {
  close(): Promise<void>;
}

/**
 * Edits FAQ files on one worker thread, started with the first job, one job after the other. A thread that dies or
 * takes too long is ended, and the next job starts another one: an answer made to be trouble costs its own promotion.
 */
export function createWorkerEditor(options: WorkerEditorOptions = {}): WorkerEditor {
  return new ThreadEditor(options.jobTimeoutMs ?? usualTimeoutMs);
}

class ThreadEditor implements WorkerEditor {
  readonly #timeoutMs: number;
  #thread: Worker | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #nextId = 1;
  #isReady = false;
  #isClosed = false;

  constructor(timeoutMs: number) {
    this.#timeoutMs = timeoutMs;
  }

  work<Job extends FaqJob>(job: Job): Promise<FaqJobResult<Job>> {
    // The next job waits for this one, whatever becomes of it: the time bound is for a job, not for its wait.
    const done = this.#last.then(() => this.#workNow(job));
    this.#last = done.catch(() => undefined);
    return done;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    const thread = this.#thread;
    this.#thread = undefined;
    await thread?.terminate();
  }

  async #workNow<Job extends FaqJob>(job: Job): Promise<FaqJobResult<Job>> {
    if (this.#isClosed) throw new Error("The FAQ editor is closed.");
    const answer = await this.#ask({ id: this.#nextId++, job });
    if (answer !== undefined && "result" in answer) return answer.result as FaqJobResult<Job>;
    if (answer !== undefined) throw answer.error;
    if (this.#isClosed) throw new Error("The FAQ editor was closed while it read a file.");
    throw new UserError(
      `I left the FAQ as it is: working through the answer and the file took longer than ${this.#timeoutMs / 1000} s. Whoever wrote the answer can make it plainer, or somebody can write the entry by hand.`,
    );
  }

  /** Undefined when the thread died or took too long; it is gone then. */
  #ask(request: EditRequest): Promise<EditAnswer | undefined> {
    const thread = (this.#thread ??= this.#start());
    return new Promise((resolve) => {
      const end = (answer: EditAnswer | undefined): void => {
        clearTimeout(timer);
        thread.off("message", onMessage).off("exit", onExit);
        thread.unref();
        resolve(answer);
      };
      let timer: NodeJS.Timeout | undefined;
      const onMessage = (said: EditAnswer | "ready"): void => {
        if (said === "ready") begin();
        else if (said.id === request.id) end(said);
      };
      const onExit = (): void => end(undefined);
      // What the thread takes to read its code is no fault of the job.
      const begin = (): void => {
        this.#isReady = true;
        timer = setTimeout(() => void thread.terminate(), this.#timeoutMs);
      };
      // Somebody waits for this, so the process stays until it is done.
      thread.ref();
      thread.on("message", onMessage).on("exit", onExit);
      if (this.#isReady) begin();
      thread.postMessage(request, []);
    });
  }

  #start(): Worker {
    // From source this file ends in .ts, and in the published package in .js; so does the thread's.
    const ending = import.meta.url.endsWith(".ts") ? "ts" : "js";
    const thread = new Worker(new URL(`./worker.${ending}`, import.meta.url), {
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
