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

/** A bar on a terminal; elsewhere plain lines without escape codes, ten for each step at most. */
export function createProgress(stream: NodeJS.WriteStream | NodeJS.WritableStream): Progress {
  return "isTTY" in stream && stream.isTTY ? new Bar(stream) : new Lines(stream);
}

class Bar implements Progress {
  readonly #stream: NodeJS.WritableStream;
  #what = "";
  #bar: SingleBar | undefined;

  constructor(stream: NodeJS.WritableStream) {
    this.#stream = stream;
  }

  start(what: string, total: number): void {
    this.stop();
    this.#what = what;
    if (total > 0) this.#show(total);
    else this.#stream.write(`${what}…\n`);
  }

  update(done: number, total = 0): void {
    if (this.#bar === undefined && total > 0) this.#show(total);
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
    this.#bar = new SingleBar({
      stream: this.#stream,
      format: `${this.#what} [{bar}] {value}/{total}, {eta_formatted} to go`,
      barsize: 30,
      clearOnComplete: true,
      gracefulExit: false,
      // It would turn off line wrapping, and leave it off when Ctrl-C ends us.
      linewrap: true,
    });
    this.#bar.start(total, 0);
  }
}

class Lines implements Progress {
  readonly #stream: NodeJS.WritableStream;
  #what = "";
  #total = 0;
  #told = 0;

  constructor(stream: NodeJS.WritableStream) {
    this.#stream = stream;
  }

  start(what: string, total: number): void {
    this.#what = what;
    this.#total = total;
    this.#told = 0;
    this.say(`${what}…`);
  }

  update(done: number, total = this.#total): void {
    this.#total = total;
    const tenth = total === 0 ? 0 : Math.floor((10 * done) / total);
    if (tenth <= this.#told) return;
    this.#told = tenth;
    this.say(`${this.#what}: ${done} of ${total}`);
  }

  say(line: string): void {
    this.#stream.write(`${line}\n`);
  }

  stop(): void {
    // Every line is whole already.
  }
}
