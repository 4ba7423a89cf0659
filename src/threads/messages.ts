import { GoneError, LeaseLostError, RateLimitError, StaleError, UserError } from "../core/errors.ts";

/** What the app sends to a worker thread. After `close` the thread ends by itself. */
export type ThreadRequest<Job> =
  { readonly kind: "job"; readonly id: number; readonly job: Job } | { readonly kind: "close" };

/** What a worker thread sends: that it has read its code, how a job ended, or something that no job asked for. */
export type ThreadMessage<Result, Notice> =
  | { readonly kind: "ready" }
  | { readonly kind: "done"; readonly id: number; readonly result: Result }
  | { readonly kind: "failed"; readonly id: number; readonly error: CrossedError }
  | { readonly kind: "notice"; readonly notice: Notice };

/** An error on its way between threads, which keep texts of errors but not their classes. */
export interface CrossedError {
  readonly name: string;
  readonly message: string;
  readonly stack: string | undefined;
  /** Of a `RateLimitError`. */
  readonly retryAt?: Date;
}

const classes = { UserError, StaleError, GoneError, LeaseLostError } as const;

/** The part of whatever was thrown that can be sent. */
export function toCrossed(thrown: unknown): CrossedError {
  if (!(thrown instanceof Error)) return { name: "Error", message: String(thrown), stack: undefined };
  const { name, message, stack } = thrown;
  return { name, message, stack, ...(thrown instanceof RateLimitError && { retryAt: thrown.retryAt }) };
}

/** The error on the receiving thread: of our own class where it was of one, and with the stack of its origin. */
export function fromCrossed({ name, message, stack, retryAt }: CrossedError): Error {
  const error = retryAt === undefined ? new (classOf(name))(message) : new RateLimitError(message, retryAt);
  error.name = name;
  if (stack !== undefined) error.stack = stack;
  return error;
}

function classOf(name: string): new (message: string) => Error {
  return Object.entries(classes).find(([known]) => known === name)?.[1] ?? Error;
}
