import { setImmediate as yieldToEventLoop } from "node:timers/promises";

/** Rows in one statement: well below SQLite's 32,766 and PostgreSQL's 65,535 parameters, and some milliseconds' work. */
export const rowsAtOnce = 500;

/** The items in pieces of `size`, giving the event loop a turn between two pieces. */
export async function* inChunks<T>(items: readonly T[], size: number = rowsAtOnce): AsyncGenerator<readonly T[]> {
  for (let start = 0; start < items.length; start += size) {
    if (start > 0) await yieldToEventLoop();
    yield items.slice(start, start + size);
  }
}
