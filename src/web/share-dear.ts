/** Results that took longer, in milliseconds, are shared for a while. */
const dearMs = 250;
/** So many times what they took: asking without an end takes a tenth of the database's time. */
const factor = 10;
const longestMs = 30_000;

/**
 * Lets strangers ask for what grows with the database. While a result is being made all who ask wait for that one, and one
 * that took long is given out again for ten times as long as that. `now`: a clock that nobody moves, in milliseconds.
 */
export function shareDear<Result>(
  make: () => Promise<Result>,
  now: () => number = () => performance.now(),
): () => Promise<Result> {
  let shared: { readonly result: Promise<Result>; until: number } | undefined;
  const makeAndKeep = async (): Promise<Result> => {
    const began = now();
    let took = 0;
    try {
      const result = await make();
      took = now() - began;
      return result;
    } finally {
      // Of a failure whoever asked hears; the next one tries again.
      if (shared) shared.until = took < dearMs ? 0 : now() + Math.min(longestMs, factor * took);
    }
  };
  return () => {
    if (!shared || now() >= shared.until) {
      shared = { result: Promise.resolve().then(makeAndKeep), until: Number.POSITIVE_INFINITY };
    }
    return shared.result;
  };
}
