import { pino, type DestinationStream, type Logger } from "pino";
import { errorLine, errorMessage, stackFrames } from "../core/log.ts";
import { maskSecrets } from "./mask-secrets.ts";

/** What may be said about an error. */
interface SafeError {
  readonly type: string;
  readonly message: string;
  readonly stack?: string | undefined;
  /** HTTP status, where GitHub or Probot gave one. */
  readonly status?: number;
  /** Method and address of the request to GitHub that failed. */
  readonly request?: string;
}

const maxFrames = 20;

/**
 * The log of the process and of Probot, one JSON object a line. Errors are reduced to `SafeError`: Octokit's carry the
 * whole request with its token, and Probot's the whole webhook. Messages are cut, and never hold the text they are about.
 * `secrets` are masked wherever they stand.
 */
export function createLog(level: string, destination: DestinationStream, secrets: readonly string[] = []): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: safeError, error: safeError },
      redact: { paths: ["event", "payload", "headers", "*.payload", "*.headers"], remove: true },
      hooks: { streamWrite: maskSecrets(secrets) },
    },
    destination,
  );
}

function safeError(error: unknown): SafeError | string {
  if (!(error instanceof Error)) return errorLine(error);
  const { name, status, request } = error as Error & {
    readonly status?: unknown;
    readonly request?: { readonly method?: unknown; readonly url?: unknown };
  };
  return {
    type: name,
    message: errorMessage(error),
    stack: stackFrames(error, maxFrames),
    ...(typeof status === "number" ? { status } : {}),
    ...(request ? { request: `${String(request.method)} ${String(request.url)}` } : {}),
  };
}
