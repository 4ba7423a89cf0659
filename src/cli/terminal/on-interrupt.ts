import { exitCodes } from "../exit-codes.ts";
import { writeErr } from "./print.ts";

/** At Ctrl-C: tidies up, says what was left, and ends with 130. Answers what takes it back, for when the work is done. */
export function onInterrupt(tidyUp: () => string): () => void {
  const stop = (): void => {
    writeErr(`\n${tidyUp()}\n`);
    process.exit(exitCodes.interrupted);
  };
  process.once("SIGINT", stop);
  return () => void process.off("SIGINT", stop);
}
