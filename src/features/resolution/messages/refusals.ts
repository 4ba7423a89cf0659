import type { Text } from "../../../core/language.ts";
import { inlineText } from "../../../text/neutralise.ts";
import { say } from "./words.ts";

const how = say("by-address");

/** Why no comment is marked as the answer, and what to do instead. */
export const notMarked = {
  noAnswers: (category: string): Text => say("refused.no-answers", { category: inlineText(category, 60) }),
  notAReply: say("refused.not-a-reply", { how }),
  unknown: say("refused.unknown", { how }),
  byBot: say("refused.by-bot", { how }),
  hidden: say("refused.hidden"),
  empty: say("refused.empty", { how }),
} as const;
