import type { ActionKind } from "../../../actions/action-set.ts";
import type { ChatMessage } from "../../../core/chat-message.ts";
import { UnknownOutcomeError } from "../../../core/chat-writes.ts";
import type { RepositoryRef } from "../../../core/discussion.ts";
import { RefusedError } from "../../../core/errors.ts";
import { fullName } from "../../../core/repository-name.ts";
import type { OnCallWrites } from "./keep-records.ts";

/** Post to the team's chat, once as far as anybody can tell. */
export interface PostToChat {
  readonly do: "post-to-chat";
  readonly repository: RepositoryRef;
  readonly key: string;
  readonly message: ChatMessage;
}

/**
 * That it begins is written down before it is sent, since a chat cannot be asked for what was posted. Where nobody can
 * tell what came of it, it is not sent again, and the operator is told.
 */
export const postToChat: ActionKind<PostToChat, OnCallWrites> = {
  async perform({ repository, key, message }, { onCall, chat, clock }) {
    const begun = await onCall.beginPost(repository, key, clock());
    if (begun === "posted") return;
    if (begun === "begun") throw mayBeThere(repository, "the process ended while it was sent");
    try {
      await chat.post(repository, message);
    } catch (error) {
      if (error instanceof UnknownOutcomeError) throw mayBeThere(repository, error.message);
      await onCall.dropPost(repository, key);
      throw error;
    }
    await onCall.endPost(repository, key);
  },
  describe: ({ repository, message }) =>
    `tell the chat of ${fullName(repository)} of ${message.items.length + message.more} threads`,
};

function mayBeThere(repository: RepositoryRef, why: string): RefusedError {
  return new RefusedError(
    `a message to the chat of ${fullName(repository)} may have come through, so it is not sent again: ${why}`,
    "invalid",
  );
}
