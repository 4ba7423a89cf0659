import type { Database } from "./database.ts";

/** One answer holds this long, in milliseconds: whoever asks cannot keep the disk busy. */
const goodForMs = 2_000;

/** Asks a database whether it can be written, at most every two seconds. */
export function writeProbe(database: Pick<Database, "writeProblem">): () => Promise<string | undefined> {
  let last: { readonly at: number; readonly answer: Promise<string | undefined> } | undefined;
  return () => {
    const now = performance.now();
    if (!last || now - last.at > goodForMs) last = { at: now, answer: database.writeProblem() };
    return last.answer;
  };
}
