import type { Comment, Thread } from "../../../core/discussion.ts";
import { UserError } from "../../../core/errors.ts";
import { nothing } from "../../../core/plan.ts";
import { command } from "../../command.ts";
import type { ResolutionPlan } from "../actions/resolution-actions.ts";
import { notMarked } from "../messages/refusals.ts";
import type { ReadsWithResolutions } from "../reads.ts";
import { say } from "../messages/words.ts";

export const answer = command({
  name: "answer",
  usage: "/answer [<address of a comment>]",
  summary: say("command.answer"),
  examples: ["/answer", "/answer https://github.com/acme/widgets/discussions/12#discussioncomment-345"],
  who: ["asker", "helper"],
  where: ["discussion"],
  gather: async (_context, _reads: ReadsWithResolutions) => undefined,

  decide({ repository, thread, comment, line }): ResolutionPlan {
    const { number } = thread;
    const marked = mustFindAnswer(thread, comment.id, line.rest);
    if (thread.answer?.id === marked.id) return nothing("the comment is the answer already");
    return {
      actions: [
        { do: "mark-answer", repository, number, comment: marked.id },
        // What was promoted follows the answer; features leave alone what a bot has changed, and the mark will be ours.
        { do: "follow-up", key: "promotion", event: { kind: "promotion-changed", repository, number } },
      ],
      because: "a person said that the comment is the answer",
    };
  },
});

/** The comment that is meant. Throws a `UserError` where there is none, or where it cannot be an answer. */
function mustFindAnswer(thread: Thread, commandId: string, address: string): Comment {
  if (!thread.category.isAnswerable) throw new UserError(notMarked.noAnswers(thread.category.name));
  const found = address === "" ? aboveCommand(thread, commandId) : commentAt(thread, address);
  if (found.isOurs || found.author?.isBot) throw new UserError(notMarked.byBot);
  // https://docs.github.com/en/discussions/managing-discussions-for-your-community/moderating-discussions
  if (found.isMinimized) throw new UserError(notMarked.hidden);
  if (found.body.trim() === "") throw new UserError(notMarked.empty);
  return found;
}

/** GitHub has replies under top-level comments alone, so what is above a reply is always one of those. */
function aboveCommand({ comments }: Thread, commandId: string): Comment {
  const above = comments.find(({ id }) => id === commandId)?.replyTo;
  if (above === undefined) throw new UserError(notMarked.notAReply);
  const found = comments.find(({ id }) => id === above);
  if (!found) throw new UserError(notMarked.unknown);
  return found;
}

function commentAt({ comments }: Thread, address: string): Comment {
  const wanted = /#discussioncomment-\d{1,20}(?=>?$)/u.exec(address)?.[0];
  const found = comments.find(({ url }) => wanted !== undefined && url.endsWith(wanted));
  if (!found) throw new UserError(notMarked.unknown);
  return found;
}
