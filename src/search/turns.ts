/** Work that must not overlap: one piece after the other, in the order in which it came. */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();

  /** Runs `work` when all that came before has ended, well or badly; resolves or rejects with it. */
  take<T>(work: () => T | Promise<T>): Promise<T> {
    const done = this.#last.then(work);
    this.#last = done.catch(() => {
      // Whoever took this turn gets its error; the next one has nothing to do with it.
    });
    return done;
  }
}
