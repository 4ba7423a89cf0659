import { largestPayload } from "./webhook-headers.ts";

const megabyte = 1024 * 1024;

/** Nearly all webhooks are far smaller than this; those that are not have a budget of their own. */
const small = megabyte;

/**
 * The bytes of bodies that may be in memory at once, over all requests. What is not signed can be no more than this,
 * however many send it, and uploads of many megabytes leave room for the usual ones.
 */
export class BodyBudget {
  #free = { small: 32 * megabyte, large: 2 * largestPayload };

  /** Takes so many bytes (undefined: as many as a webhook may have); the answer gives them back. Undefined: no room. */
  take(bytes: number = largestPayload): (() => void) | undefined {
    const kind = bytes <= small ? "small" : "large";
    if (this.#free[kind] < bytes) return undefined;
    this.#free[kind] -= bytes;
    return () => {
      this.#free[kind] += bytes;
    };
  }
}
