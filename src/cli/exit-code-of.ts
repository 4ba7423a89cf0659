import { CommanderError } from "commander";
import { CredentialsError } from "../setup/credentials-file.ts";
import { AddressError } from "../web/listen.ts";
import { UnusableDatabaseError } from "../storage/unusable-database.ts";
import { exitCodes } from "./exit-codes.ts";

/** Commander's own for help and version, which are no errors. */
const shown = new Set(["commander.help", "commander.helpDisplayed", "commander.version"]);

/** The exit code for what a command rejected with. */
export function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) {
    // Commander's 1 is a wrong use; what our commands end with, they say themselves.
    if (shown.has(error.code)) return error.exitCode === 0 ? exitCodes.done : exitCodes.wrongUse;
    return error.code === "commander.error" ? error.exitCode : exitCodes.wrongUse;
  }
  if (error instanceof CredentialsError) return exitCodes.wrongUse;
  if (error instanceof AddressError) return exitCodes.address;
  return isDatabaseError(error) ? exitCodes.database : exitCodes.failed;
}

/** One that its opener explains, or that SQLite marks as its own: https://nodejs.org/api/errors.html */
function isDatabaseError(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof UnusableDatabaseError) return true;
  const isMarked = "code" in error && error.code === "ERR_SQLITE_ERROR";
  return isMarked || isDatabaseError(error.cause);
}
