import { UnknownOutcomeError, type ChatWrites } from "../core/chat-writes.ts";
import type { RepositoryRef } from "../core/discussion.ts";
import { RefusedError } from "../core/errors.ts";
import { fullName } from "../core/repository-name.ts";
import { chatBody } from "./chat-body.ts";

export interface WebhookChatOptions {
  /** The address to which messages of a repository are posted. It is a secret: whoever has it can post. */
  urlOf(repository: RepositoryRef): string | undefined;
  /** How long the chat may take to answer, in milliseconds. */
  readonly timeoutMs: number;
}

/**
 * A chat behind an incoming webhook. It is not redirected: an address that answers so is an old one, or somebody else's.
 *
 * Slack tells by its status what is wrong for good
 * (https://api.slack.com/changelog/2016-05-17-changes-to-errors-for-incoming-webhooks): 400 the message, 403 a rule of the
 * workspace, 404 and 410 the channel. Teams' Workflows answer 202, and 400 to what their trigger does not take.
 */
export function createWebhookChat({ urlOf, timeoutMs }: WebhookChatOptions): ChatWrites {
  return {
    async post(repository, message) {
      const url = urlOf(repository);
      if (url === undefined) {
        throw new RefusedError(`no chat is set for ${fullName(repository)}: CHAT_WEBHOOK_URL names none`, "invalid");
      }
      const status = await send(url, JSON.stringify(chatBody(url, message)), timeoutMs);
      if (status >= 200 && status < 300) return;
      const answer = `the chat of ${fullName(repository)} answered ${status}`;
      if (status === 408 || status === 504) throw new UnknownOutcomeError(answer);
      if (status === 429 || status >= 500) throw new Error(answer);
      throw new RefusedError(`${answer}: look at CHAT_WEBHOOK_URL, and whether its channel is still there`, "invalid");
    },
  };
}

async function send(url: string, body: string, timeoutMs: number): Promise<number> {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
      redirect: "manual",
      signal: AbortSignal.timeout(timeoutMs),
    });
    await response.body?.cancel();
    return response.status;
  } catch (error) {
    if (wasNotSent(error)) throw new Error(`the chat cannot be reached (${codeOf(error)})`, { cause: error });
    throw new UnknownOutcomeError("the chat did not answer in time", { cause: error });
  }
}

/** The connection was never made. Messages of errors hold the address, which is a secret, and are not repeated. */
function wasNotSent(error: unknown): boolean {
  return /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT_|ERR_TLS|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)/u.test(
    codeOf(error),
  );
}

function codeOf(error: unknown): string {
  const { cause } = Object(error) as { readonly cause?: { readonly code?: unknown } };
  return typeof cause?.code === "string" ? cause.code : "";
}
