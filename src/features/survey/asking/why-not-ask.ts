import { dayMs } from "../../../core/clock.ts";
import type { Comment, Thread } from "../../../core/discussion.ts";
import { isSameName } from "../../../text/is-same-name.ts";
import { readSections } from "../../../text/marker.ts";
import type { SurveyConfig } from "../config.ts";

/** What is looked at just before somebody is asked. */
export interface AskFacts {
  readonly thread: Thread;
  readonly asker: string;
  /** They want to be asked nothing. */
  readonly isSilenced: boolean;
  /** When they were last asked in another thread. */
  readonly lastAsked: Date | undefined;
  /** Whether our records know of a comment of ours in the thread: where it is not there, somebody deleted it. */
  readonly hadComment: boolean;
}

/** Why somebody is not asked, for the sake of manners; undefined where they may be. */
export function whyNotAsk(facts: AskFacts, config: SurveyConfig, now: Date): string | undefined {
  const { thread, asker, isSilenced, lastAsked, hadComment } = facts;
  if (isSilenced) return "they want to be asked nothing";
  // Whoever cannot answer is not asked (chatwoot/chatwoot#11637).
  if (thread.locked) return "the discussion is locked";
  if (!thread.author || thread.author.isBot || !isSameName(thread.author.login, asker)) {
    return "the account of the asker is gone, or has another name";
  }
  // Teams know whom they would rather not ask (chatwoot/chatwoot#8726).
  if (thread.labels.some((it) => isSameName(it, config["skip-label"]))) return "its label says not to ask";
  if (lastAsked && now.getTime() - lastAsked.getTime() < config["once-in-days"] * dayMs) {
    return "they were asked a short while ago elsewhere";
  }
  const ours = findOurs(thread);
  if (ours?.isMinimized) return "our comment is folded away";
  if (!ours && hadComment) return "somebody deleted our comment";
  return ours || config["new-comment"] === "if-needed" ? undefined : "we have no comment there that could be edited";
}

/** Our one comment, where it is there. */
export function findOurs({ comments }: Thread): Comment | undefined {
  return comments.find((it) => it.isOurs && it.replyTo === undefined && readSections(it.body).size > 0);
}
