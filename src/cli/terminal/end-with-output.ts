import { exitCodes } from "../exit-codes.ts";
import { writeErr } from "./print.ts";

let isWatched = false;

/**
 * Ends the process when nobody takes its output any more. Whoever reads us through a pipe may have seen enough, which is no
 * error; a disk that is full is one. https://nodejs.org/api/process.html#a-note-on-process-io
 */
export function endWithOutput(): void {
  if (isWatched) return;
  isWatched = true;
  process.stdout.on("error", ({ code, message }: NodeJS.ErrnoException) => {
    if (code === "EPIPE") process.exit(exitCodes.done);
    writeErr(`The output cannot be written: ${code === "ENOSPC" ? "the disk is full" : message}.\n`);
    process.exit(exitCodes.failed);
  });
  // There is nobody left to tell.
  process.stderr.on("error", () => process.exit(exitCodes.failed));
}
