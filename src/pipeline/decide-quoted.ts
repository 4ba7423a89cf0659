import type { Config } from "../config/schema.ts";
import { nothing } from "../core/plan.ts";
import type { CommandTarget } from "../features/command.ts";
import { underQuote } from "./command-messages.ts";
import type { FeatureReads } from "../features/index.ts";
import { withoutQuoteMarks, type QuotedCommand } from "../text/find-commands.ts";
import { isLimited, type CommandAuthor } from "./command-author.ts";
import { findTarget, rolesIn, toContext } from "./command-context.ts";
import type { PipelinePlan } from "./pipeline-actions.ts";
import { limitRefusal, refuse } from "./refuse-command.ts";
import type { Commented } from "./to-support-event.ts";

/**
 * The answer to a command that is quoted text by the line above it: what to do, and 😕. Nothing where the quote held it,
 * as in a reply by e-mail: then it was said by somebody else. No command is carried out.
 */
export async function decideQuoted(
  { line, written, above }: QuotedCommand,
  event: Commented,
  config: Config,
  { reads, now, person }: { readonly reads: FeatureReads; readonly now: Date; readonly person: CommandAuthor },
): Promise<PipelinePlan> {
  const target = await findTarget(event, reads);
  if ("gone" in target) return nothing(target.gone);
  const { comment } = event;
  const isQuoted = textsOf(target, comment.id).some((it) => holds(it, { written, above }));
  if (isQuoted || quotedLines(comment.body).includes(written)) return nothing("the quote held the command");
  const roles = await rolesIn(target, event, person);
  const context = toContext(target, event, { line, config, now, roles });
  const refusal = refuse(context, underQuote(line.name), "it stands right under a quote");
  if (!isLimited(roles)) return refusal;
  return limitRefusal(refusal, { index: 0 }, event, { allowance: await person.allowance(), person });
}

/** What people may have quoted: all that was said around a comment. Of an issue that is the issue itself. */
function textsOf(target: CommandTarget, comment: string): readonly string[] {
  if (target.place === "issue") return [target.issue.body];
  return [target.thread.body, ...target.thread.comments.filter(({ id }) => id !== comment).map(({ body }) => body)];
}

/** The lines of a comment that have a mark of a quote, without it. */
function quotedLines(comment: string): readonly string[] {
  return comment.split("\n").flatMap((line) => (/^\s*>/u.test(line) ? [withoutQuoteMarks(line)] : []));
}

/**
 * Whether a text that was quoted had the command: as a line of its own, or behind the same words, which were wrapped.
 * What the text quotes itself is not its own: two may quote the same, and the second one means what the first one meant.
 */
function holds(text: string, { written, above }: Pick<QuotedCommand, "written" | "above">): boolean {
  const own = text.split("\n").filter((line) => !/^\s*>/u.test(line));
  const words = inOneLine(own.join("\n"));
  if (above === "" || !words.includes(inOneLine(above))) return false;
  const isLine = own.some((line) => withoutQuoteMarks(line) === written);
  return isLine || words.includes(inOneLine(`${above} ${written}`));
}

function inOneLine(text: string): string {
  return text.split(/\s+/u).join(" ").trim();
}
