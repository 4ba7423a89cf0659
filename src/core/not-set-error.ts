import { RefusedError } from "./errors.ts";

/** GitHub did what it was asked, and left out parts of it without a word. `what` names them, for whoever asked. */
export class NotSetError extends RefusedError {
  override name = "NotSetError";
  readonly what: readonly string[];

  constructor(what: readonly string[]) {
    super(`GitHub did not set ${what.join(", ")}`, "permission");
    this.what = what;
  }
}
