import type { ChatMessage } from "../../../core/chat-message.ts";
import type { RepositoryRef } from "../../../core/discussion.ts";
import { fullName } from "../../../core/repository-name.ts";
import type { ClockKind } from "../../../core/thread-status.ts";
import type { Shift } from "../../../rota/shift.ts";
import { inlineText, viaRedirect } from "../../../text/neutralise.ts";
import type { DueStep } from "../escalation/due-steps.ts";
import { sayTimeIn } from "../../../text/say-time.ts";

/** Lists are cut: what is beyond them is on GitHub's own list of the label. */
const maxListed = 20;

const promises: Readonly<Record<ClockKind, string>> = {
  "first-response": "a first response",
  "next-response": "the next response",
  resolution: "an answer",
};

/**
 * Calls people for what is due first, and lists the rest. `target` is the mention: the only text of ours that notifies
 * anybody, and only since the config asks for it.
 */
export function mentionText(target: string, [first, ...others]: readonly DueStep[], timeZone: string): string {
  if (!first) return "";
  const { assignee } = first.thread.state;
  const assigned = assignee === undefined ? "" : ` It is assigned to **${inlineText(assignee, 40)}**.`;
  return [
    `${target}, this question waits for the team: ${dueOf(first, timeZone)}.${assigned}`,
    ...(others.length > 0 ? [`${others.length} more wait:\n\n${listOf(others, timeZone)}`] : []),
    whyCalled,
  ].join("\n\n");
}

/** The same for a comment on the issue that lists who waits on whom. */
export function mentionInIssue(target: string, steps: readonly DueStep[], timeZone: string): string {
  const called = `${target}, ${steps.length} questions wait for the team:\n\n${listOf(steps, timeZone)}`;
  return [called, whyCalled].join("\n\n");
}

const whyCalled =
  "<sub>I am a bot. I call whoever is on call once before a target ends and once after it, as `on-call.escalation` in this repository's config says.</sub>";

function listOf(steps: readonly DueStep[], timeZone: string): string {
  const lines = steps.slice(0, maxListed).map((it) => {
    return `- [${inlineText(it.thread.title, 120)}](<${viaRedirect(it.thread.url)}>): ${dueOf(it, timeZone)}`;
  });
  const more = steps.length - lines.length;
  return [...lines, ...(more > 0 ? [`- … and ${more} more`] : [])].join("\n");
}

/** What a chat is told of the same. Its people have other names than those on GitHub, so it calls nobody. */
export function chatMessage(
  repository: RepositoryRef,
  steps: readonly DueStep[],
  shift: Shift | undefined,
  timeZone: string,
): ChatMessage {
  const who = shift && (shift.who.length > 0 ? shift.who.join(", ") : `the team ${shift.team ?? ""}`);
  const waits = steps.length === 1 ? "1 question waits" : `${steps.length} questions wait`;
  return {
    headline: `${fullName(repository)}: ${waits} for the team.${who === undefined ? "" : ` On call: ${who}.`}`,
    items: steps.slice(0, maxListed).map((it) => {
      return { title: it.thread.title, url: it.thread.url, note: dueOf(it, timeZone) };
    }),
    more: Math.max(0, steps.length - maxListed),
  };
}

function dueOf({ clock, dueAt, step }: DueStep, timeZone: string): string {
  return `${promises[clock]} ${step === "near" ? "is" : "was"} due on ${sayTimeIn(timeZone, dueAt)}`;
}
