import { Worker } from "node:worker_threads";
import type { Section } from "../core/knowledge.ts";
import type { PageCutter } from "../core/ports.ts";
import { cutPageByLines, maxParsedBytes } from "./cut-page.ts";
import type { CutAnswer, CutRequest } from "./worker.ts";

export interface WorkerCutterOptions {
  /** Longest time for one page, in milliseconds; then it is cut roughly, by its lines. By default 10 s, and 30 s a megabyte. */
  readonly pageTimeoutMs?: number;
  /** Larger pages are cut by their lines, on no thread. */
  readonly maxPageBytes?: number;
}

/** A page that needs more memory than this ends the thread, not the process. */
const maxThreadMemoryMb = 1024;

/**
 * Trees are short-lived, and by itself the thread takes a lot of room for them that it never gives back: this kept
 * 120 MB of it away, for about a third more time to cut.
 */
const youngMemoryMb = 8;

/** A cutter with a thread of its own, which `close` ends. The thread alone does not keep the process alive. */
export interface WorkerCutter extends PageCutter {
  close(): Promise<void>;
}

/**
 * Cuts pages on one worker thread, started with the first page, one page after the other. A thread that dies or takes
 * too long is replaced, and the page that did it is cut roughly instead, so that no page stops the others.
 */
export function createWorkerCutter(options: WorkerCutterOptions = {}): WorkerCutter {
  return new ThreadCutter(options.pageTimeoutMs, options.maxPageBytes ?? maxParsedBytes);
}

class ThreadCutter implements WorkerCutter {
  readonly #timeoutMs: number | undefined;
  readonly #maxBytes: number;
  #thread: Worker | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #nextId = 1;
  #isClosed = false;

  constructor(timeoutMs: number | undefined, maxBytes: number) {
    this.#timeoutMs = timeoutMs;
    this.#maxBytes = maxBytes;
  }

  cut(path: string, bytes: Uint8Array): Promise<readonly Section[]> {
    // The next page waits for this one, whatever becomes of it: the time bound is for a page, not for its wait.
    const cut = this.#last.then(() => this.#cutNow(path, bytes));
    this.#last = cut.catch(() => undefined);
    return cut;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    const thread = this.#thread;
    this.#thread = undefined;
    await thread?.terminate();
  }

  async #cutNow(path: string, bytes: Uint8Array): Promise<readonly Section[]> {
    if (this.#isClosed) throw new Error("The page cutter is closed.");
    if (bytes.length > this.#maxBytes) return cutPageByLines(path, bytes);
    const sections = await this.#ask({ id: this.#nextId++, path, bytes });
    if (sections !== undefined) return sections;
    if (this.#isClosed) throw new Error("The page cutter was closed while it cut a page.");
    return cutPageByLines(path, bytes);
  }

  /** Undefined when the thread died or took too long; it is gone then. */
  #ask(request: CutRequest): Promise<readonly Section[] | undefined> {
    const thread = (this.#thread ??= this.#start());
    const timeoutMs = this.#timeoutMs ?? 10_000 + request.bytes.length * 0.03;
    return new Promise((resolve) => {
      const end = (sections: readonly Section[] | undefined): void => {
        clearTimeout(timer);
        thread.off("message", onMessage).off("exit", onExit);
        thread.unref();
        resolve(sections);
      };
      const onMessage = ({ id, sections }: CutAnswer): void => {
        if (id === request.id) end(sections);
      };
      const onExit = (): void => end(undefined);
      const timer = setTimeout(() => void thread.terminate(), timeoutMs);
      // Somebody waits for this page, so the process stays until it is cut.
      thread.ref();
      thread.on("message", onMessage).on("exit", onExit);
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
    });
    return thread;
  }
}
