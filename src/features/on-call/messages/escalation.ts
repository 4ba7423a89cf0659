import type { ChatMessage } from "../../../core/chat-message.ts";
import type { RepositoryRef } from "../../../core/discussion.ts";
import type { Locale, Text } from "../../../core/language.ts";
import { fullName } from "../../../core/repository-name.ts";
import type { Shift } from "../../../rota/shift.ts";
import { inlineText, viaRedirect } from "../../../text/neutralise.ts";
import { enumerated, joined, md, sentences } from "../../../words/compose-text.ts";
import { timeIn } from "../../../words/times.ts";
import type { DueStep } from "../escalation/due-steps.ts";
import { say } from "./words.ts";

/** Lists are cut: what is beyond them is on GitHub's own list of the label. */
const maxListed = 20;

/**
 * Calls people for what is due first, and lists the rest. `target` is the mention: the only text of ours that notifies
 * anybody, and only since the config asks for it.
 */
export function mentionText(target: string, [first, ...others]: readonly DueStep[], timeZone: string): Text {
  if (!first) return () => "";
  const { assignee } = first.thread.state;
  const called = say("call.one", { mention: target, due: dueOf(first, timeZone) });
  const assigned = assignee === undefined ? [] : [say("call.assigned", { login: inlineText(assignee, 40) })];
  return joined(
    [
      sentences([called, ...assigned]),
      ...(others.length > 0
        ? [md`${say("call.others", { count: others.length })}\n\n${listOf(others, timeZone)}`]
        : []),
      say("call.footer"),
    ],
    "\n\n",
  );
}

/** The same for a comment on the issue that lists who waits on whom. */
export function mentionInIssue(target: string, steps: readonly DueStep[], timeZone: string): Text {
  const called = say("call.several", { mention: target, count: steps.length });
  return joined([called, listOf(steps, timeZone), say("call.footer")], "\n\n");
}

function listOf(steps: readonly DueStep[], timeZone: string): Text {
  const lines = steps.slice(0, maxListed).map((it) => {
    return md`- [${inlineText(it.thread.title, 120)}](<${viaRedirect(it.thread.url)}>): ${dueOf(it, timeZone)}`;
  });
  const more = steps.length - lines.length;
  return joined([...lines, ...(more > 0 ? [md`- ${say("call.more", { count: more })}`] : [])], "\n");
}

/** What a chat is told of the same. Its people have other names than those on GitHub, so it calls nobody. */
export function chatMessage(
  repository: RepositoryRef,
  steps: readonly DueStep[],
  shift: Shift | undefined,
  { timeZone, locale }: { readonly timeZone: string; readonly locale: Locale },
): ChatMessage {
  const who = shift && (shift.who.length > 0 ? enumerated(shift.who) : say("rota.team", { team: shift.team ?? "" }));
  const headline = say("chat.headline", {
    repository: fullName(repository),
    count: steps.length,
    who: who ? say("chat.on-call", { who }) : "",
  });
  return {
    headline: headline(locale),
    items: steps.slice(0, maxListed).map((it) => {
      return { title: it.thread.title, url: it.thread.url, note: dueOf(it, timeZone)(locale) };
    }),
    more: Math.max(0, steps.length - maxListed),
  };
}

function dueOf({ clock, dueAt, step }: DueStep, timeZone: string): Text {
  return say(`due.${clock}`, { is: step, time: timeIn(timeZone, dueAt) });
}
