import { SingleBar } from "cli-progress";

/** Tells a waiting person how far things are. */
export interface Progress {
  /** Begins a step of `total` parts, and ends the one before. 0: nobody knows how many. */
  start(what: string, total: number): void;
  /** So many parts of the step are done, of so many where that is known better by now. */
  update(done: number, total?: number): void;
  /** Says something in between. */
  say(line: string): void;
  stop(): void;
}

/** What was asked for on the command line. */
export interface ProgressOptions {
  /** Nothing but errors. */
  readonly quiet?: boolean | undefined;
  /** Another program reads the result: no bars. */
  readonly json?: boolean | undefined;
}

/** A bar on a terminal. Elsewhere, and where JSON is wanted, only what is said in between. */
export function createProgress(
  stream: NodeJS.WriteStream | NodeJS.WritableStream,
  { quiet, json }: ProgressOptions = {},
): Progress {
  if (!quiet && !json && "isTTY" in stream && stream.isTTY) return new Bar(stream);
  return {
    start: () => undefined,
    update: () => undefined,
    stop: () => undefined,
    say: (line) => void (quiet || stream.write(`${line}\n`)),
  };
}

/** What stands beside a bar, of a step with millions of parts. */
const wordsBeside = 40;
const widest = 30;

class Bar implements Progress {
  readonly #stream: NodeJS.WriteStream;
  #what = "";
  #bar: SingleBar | undefined;

  constructor(stream: NodeJS.WriteStream) {
    this.#stream = stream;
  }

  start(what: string, total: number): void {
    this.stop();
    this.#what = what;
    if (total > 0) this.#show(total);
    else this.#stream.write(`${what}…\n`);
  }

  update(done: number, total = 0): void {
    if (total > 0) {
      if (this.#bar === undefined) this.#show(total);
      else this.#bar.setTotal(total);
    }
    this.#bar?.update(done);
  }

  say(line: string): void {
    this.stop();
    this.#stream.write(`${line}\n`);
  }

  stop(): void {
    this.#bar?.stop();
    this.#bar = undefined;
  }

  #show(total: number): void {
    const free = this.#stream.columns - this.#what.length - wordsBeside;
    this.#bar = new SingleBar({
      stream: this.#stream,
      format: `${this.#what} [{bar}] {value}/{total}, {eta_formatted} to go`,
      barsize: Math.max(5, Math.min(widest, free)),
      clearOnComplete: true,
      gracefulExit: false,
      // It would turn off line wrapping, and leave it off when Ctrl-C ends us.
      linewrap: true,
    });
    this.#bar.start(total, 0);
  }
}
