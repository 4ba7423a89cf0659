import { exitCodes } from "./exit-codes.ts";

/** Ends a command with what whoever typed it can mend, and with its exit code. The message says what is wrong and what to do, a line each. */
export class CommandError extends Error {
  override name = "CommandError";
  readonly exitCode: number;

  constructor(message: string, exitCode: number = exitCodes.wrongUse) {
    super(message);
    this.exitCode = exitCode;
  }
}
