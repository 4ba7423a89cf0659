import { createInterface } from "node:readline/promises";
import { exitCodes } from "../exit-codes.ts";
import { plain } from "../terminal/plain.ts";

/** Asks the person in front of the terminal. */
export interface Asker {
  /** What was typed, without spaces around it; `usual` where that is nothing. Undefined where the input has ended. */
  ask(question: string, usual: string): Promise<string | undefined>;
  close(): void;
}

export function createAsker(input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Asker {
  const lines = createInterface({ input, output });
  const ended = new AbortController();
  lines.on("close", () => ended.abort());
  // Nothing is written before the last question.
  lines.on("SIGINT", () => process.exit(exitCodes.interrupted));
  return {
    async ask(question, usual) {
      const shown = usual === "" ? "" : ` [${plain(usual)}]`;
      try {
        const typed = await lines.question(`${question}${shown}: `, { signal: ended.signal });
        return typed.trim() || usual;
      } catch (error) {
        if (ended.signal.aborted) return undefined;
        throw error;
      }
    },
    close: () => lines.close(),
  };
}
