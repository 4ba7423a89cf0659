import type { Text } from "../../../core/language.ts";
import { joined, md, type Part } from "../../../words/compose-text.ts";
import { say } from "./words.ts";
import { inlineText, viaRedirect } from "../../../text/neutralise.ts";
import { plainLine } from "../../../text/plain-line.ts";
import type { Promotion } from "../promotion/promotion.ts";

const maxQuestion = 120;

/** Promotions, and warnings, that a pull request lists: GitHub takes 65,536 characters. */
const maxListed = 50;

/** GitHub's limit for titles is 256 characters. */
const maxTitle = 200;

/** A pull request's title. Titles are no Markdown, and GitHub makes mentions of nothing in them. */
export function proposalTitle(promotions: readonly Promotion[]): Text {
  const [first] = promotions;
  if (first === undefined || promotions.length > 1) return say("proposal.title-several", { count: promotions.length });
  const title = say(`proposal.title.${first.change}`, { question: first.question });
  return (locale) => plainLine(title(locale), maxTitle);
}

/** The part of a pull request's body that is ours. */
export const proposalSection = "faq";

/**
 * What a reviewer has to know: what comes from where, who said it, what was taken out, and what merging does. The same
 * whatever order the promotions come in.
 */
export function proposalBody(all: readonly Promotion[], file: string): Text {
  const promotions = all.toSorted((a, b) => a.number - b.number);
  const isWithdrawal = promotions[0]?.change === "withdraw";
  const more = promotions.length - maxListed;
  return joined(
    [
      ...editsOf(promotions),
      promotions.length > 1
        ? say("proposal.several", { file })
        : say(isWithdrawal ? "proposal.takes-out" : "proposal.brings", { file }),
      "",
      ...promotions.slice(0, maxListed).map(listItem),
      ...(more > 0 ? [md`- ${say("proposal.more", { count: more })}`] : []),
      "",
      ...takenOut(promotions),
      say("proposal.read"),
      "",
      md`- ${say("proposal.merge")}`,
      md`- ${say("proposal.close")}`,
      "",
      say("proposal.footer"),
    ],
    "\n",
  );
}

/** First of all: what nobody asked for, and what is not in it. */
function editsOf(promotions: readonly Promotion[]): Part[] {
  const lines = promotions.flatMap(({ edited, number }) => {
    if (edited === undefined) return [];
    const { by, at, url, isIn } = edited;
    const who = by === undefined ? say("account-gone") : inlineText(by, 60);
    const answer = say("proposal.answer", { url: viaRedirect(url), number });
    return [say(isIn ? "proposal.nobody-asked" : "proposal.edited-since", { who, answer, day: at.slice(0, 10) })];
  });
  return lines.slice(0, maxListed).flatMap((it) => [it, ""]);
}

function listItem({ question, url, number, answerer, by: asker, change }: Promotion): Text {
  const discussion = md`[${say("proposal.discussion", { number })}](<${viaRedirect(url)}>)`;
  const by = inlineText(asker, 60);
  const from =
    answerer === undefined
      ? say("proposal.from", { discussion, by })
      : say("proposal.from-answerer", { discussion, by, answerer: inlineText(answerer, 60) });
  return md`- ${say(`proposal.item.${change}`, { question: inlineText(question, maxQuestion), from })}`;
}

function takenOut(promotions: readonly Promotion[]): Part[] {
  const lines = promotions
    .filter(({ redacted }) => redacted.length > 0)
    .slice(0, maxListed)
    .map(({ number, redacted }) => md`> ${say("proposal.taken-out", { number, what: redacted.join(", ") })}`);
  return lines.length === 0 ? [] : [joined(lines, "\n>\n"), ""];
}

/** A commit by us: what and why, with credit to who answered. */
export function commitMessage(
  { question, change, number, url, file, by, edited }: Promotion,
  coAuthors: readonly string[],
): string {
  const subject = plainLine(`docs(faq): ${change} "${question}"`, 100);
  const why =
    change === "withdraw"
      ? "Its answer is not marked any more"
      : edited?.isIn
        ? "Its answer was edited"
        : `Asked for by ${plainLine(by, 60)}`;
  const trailers = coAuthors.map((it) => `Co-authored-by: ${it}`);
  return [subject, `In ${file}, from discussion ${number}: ${url}\n${why}.`, trailers.join("\n")]
    .filter((it) => it !== "")
    .join("\n\n");
}

/** Stands in a pull request that we close. */
export function withdrawnProposal({ change, number }: Pick<Promotion, "change" | "number">): Text {
  return change === "withdraw" ? say("proposal.withdrawn", { number }) : say("proposal.said-already");
}

/** The answer to a command where a FAQ file, or somebody's commits, forbid the change. */
export function fileLeftAsItIs(path: string, why: string): Text {
  return say("refused.file-left", { file: path, why });
}
