import { CommanderError } from "commander";
import { CredentialsError } from "../setup/credentials-file.ts";
import { AddressError } from "../web/listen.ts";
import { GitHubError, GoneError, RateLimitError, RefusedError } from "../core/errors.ts";
import { BadInputError } from "../evaluation/run/options.ts";
import { EvaluationSetError } from "../evaluation/sets/evaluation-set-error.ts";
import { UnusableDatabaseError } from "../storage/unusable-database.ts";
import { CommandError } from "./command-error.ts";
import { exitCodes } from "./exit-codes.ts";
import { isFileError, isNetworkError } from "./known-errors.ts";

/** Commander's own for help and version, which are no errors. */
const shown = new Set(["commander.help", "commander.helpDisplayed", "commander.version"]);

const ofUse = [CredentialsError, BadInputError, EvaluationSetError];
const ofGitHub = [GitHubError, RefusedError, RateLimitError];

/** The exit code for what a command rejected with. */
export function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) {
    // Commander's 1 is a wrong use; what our commands end with, they say themselves.
    if (shown.has(error.code)) return error.exitCode === 0 ? exitCodes.done : exitCodes.wrongUse;
    return error.code === "commander.error" ? error.exitCode : exitCodes.wrongUse;
  }
  if (error instanceof CommandError) return error.exitCode;
  if (ofUse.some((kind) => error instanceof kind)) return exitCodes.wrongUse;
  if (error instanceof AddressError) return exitCodes.address;
  if (isDatabaseError(error)) return exitCodes.database;
  // It may exist, and the token not be allowed to see it: what was typed is to be looked at.
  if (error instanceof GoneError) return exitCodes.wrongUse;
  if (ofGitHub.some((kind) => error instanceof kind) || isNetworkError(error)) return exitCodes.github;
  return isFileError(error) && !isFull(error) ? exitCodes.wrongUse : exitCodes.failed;
}

/** The place for files is at its end, whatever was typed. */
function isFull({ code = "" }: NodeJS.ErrnoException): boolean {
  return ["ENOSPC", "EDQUOT", "EMFILE"].includes(code);
}

/** One that its opener explains, or that SQLite marks as its own: https://nodejs.org/api/errors.html */
function isDatabaseError(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof UnusableDatabaseError) return true;
  const isMarked = "code" in error && error.code === "ERR_SQLITE_ERROR";
  return isMarked || isDatabaseError(error.cause);
}
