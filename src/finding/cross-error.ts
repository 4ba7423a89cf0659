import { GoneError, LeaseLostError, RateLimitError, StaleError, UserError } from "../core/errors.ts";

/** An error on its way between threads, which keep texts of errors but not their classes. */
export interface CrossedError {
  readonly name: string;
  readonly message: string;
  readonly stack: string | undefined;
  /** Of a `RateLimitError`. */
  readonly retryAt?: Date;
}

const classes = { UserError, StaleError, GoneError, LeaseLostError } as const;

/** What can be sent of whatever was thrown. */
export function toCrossed(thrown: unknown): CrossedError {
  if (!(thrown instanceof Error)) return { name: "Error", message: String(thrown), stack: undefined };
  const { name, message, stack } = thrown;
  return { name, message, stack, ...(thrown instanceof RateLimitError && { retryAt: thrown.retryAt }) };
}

/** The error as the receiver may look at it: of our own classes where it was of one, and with the stack of its origin. */
export function fromCrossed({ name, message, stack, retryAt }: CrossedError): Error {
  const error = retryAt === undefined ? new (classOf(name))(message) : new RateLimitError(message, retryAt);
  error.name = name;
  if (stack !== undefined) error.stack = stack;
  return error;
}

function classOf(name: string): new (message: string) => Error {
  return Object.entries(classes).find(([known]) => known === name)?.[1] ?? Error;
}
