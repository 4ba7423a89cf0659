import { RefusedError } from "../../core/errors.ts";

/** Whether GitHub refused because there is one already: REST says so by a code, GraphQL in words. */
export function isTaken(error: unknown): error is RefusedError {
  return error instanceof RefusedError && /already_exists|already (?:been taken|exists)/i.test(error.message);
}
