import type { ChatMessage } from "./chat-message.ts";
import type { RepositoryRef } from "./discussion.ts";

/** A team's chat. */
export interface ChatWrites {
  /**
   * Posts a message once; called twice it posts two. Rejects with a `RefusedError` where trying again is no use, with an
   * `UnknownOutcomeError` where the message may have come through, and else where it surely has not.
   */
  post(repository: RepositoryRef, message: ChatMessage): Promise<void>;
}

/** What was sent may have come through and may not: nobody can tell. */
export class UnknownOutcomeError extends Error {
  override name = "UnknownOutcomeError";
}
