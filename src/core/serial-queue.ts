/** Work that must not overlap: one task after the other, in the order in which they came. */
export class SerialQueue {
  #last: Promise<unknown> = Promise.resolve();

  /** Runs `task` when all tasks before it have ended, well or badly; resolves or rejects with it. */
  run<T>(task: () => T | Promise<T>): Promise<T> {
    const done = this.#last.then(task);
    this.#last = done.catch(() => {
      // The caller of this task gets its error; the next task does not depend on it.
    });
    return done;
  }
}
