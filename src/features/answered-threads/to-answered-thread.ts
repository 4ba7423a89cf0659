import type { Discussion } from "../../core/discussion.ts";
import type { AnsweredThread } from "../../core/knowledge.ts";
import { findLinks } from "../../text/find-links.ts";
import { withoutCommands } from "../../text/without-commands.ts";

/**
 * The thread as the search index holds it, or the reason why it is not indexed. A bot's answer is not an answer, and what was closed as
 * duplicate or outdated must never be pointed at: anthropics/claude-code#20282.
 */
export function toAnsweredThread(discussion: Discussion): AnsweredThread | { readonly unfit: string } {
  const { answer, answeredAt, closed } = discussion;
  if (!answer) return { unfit: "it has no answer" };
  if (answer.author?.isBot || answer.isOurs) return { unfit: "its answer was written by a bot" };
  if (answer.isMinimized) return { unfit: "its answer is hidden" };
  const text = withoutCommands(answer.body);
  if (text.trim() === "") return { unfit: "its answer is empty" };
  if (closed === "duplicate" || closed === "outdated") return { unfit: `it was closed as ${closed}` };
  return {
    number: discussion.number,
    title: discussion.title,
    question: discussion.body,
    answer: text,
    url: discussion.url,
    category: discussion.category.name,
    links: findLinks(text).filter((it) => /^https?:/i.test(it)),
    askedAt: discussion.createdAt.toISOString(),
    answeredAt: (answeredAt ?? answer.createdAt).toISOString(),
  };
}
