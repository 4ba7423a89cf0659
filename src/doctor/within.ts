/** How long one look may take, in milliseconds. */
const patienceMs = 15_000;

/** What a look shows, or why it shows nothing. Rejects never. */
export async function within<Shown>(look: Promise<Shown>): Promise<Shown | Error> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<Error>((resolve) => {
    timer = setTimeout(() => resolve(new Error(`no answer within ${patienceMs / 1000} s`)), patienceMs);
  });
  try {
    return await Promise.race([look, tooLong]);
  } catch (error) {
    return toReason(error);
  } finally {
    clearTimeout(timer);
  }
}

/** `fetch` says "fetch failed", and its cause why; where every address of a host refuses, that is a list. */
function toReason(error: unknown): Error {
  if (!(error instanceof Error)) return new Error(String(error));
  if (error instanceof TypeError && error.cause instanceof Error) return toReason(error.cause);
  return error instanceof AggregateError && error.message === "" ? toReason(error.errors[0]) : error;
}
