/** What a file may cost, so that one that is made to take long does not: see `spend`. */
export interface Work {
  /** Take so many steps off what is left; false when there were not so many. */
  spend(steps: number): boolean;
  isSpent(): boolean;
}

export function createWork(limit: number): Work {
  let left = limit;
  return {
    spend(steps) {
      left -= steps;
      return left >= 0;
    },
    isSpent: () => left < 0,
  };
}
