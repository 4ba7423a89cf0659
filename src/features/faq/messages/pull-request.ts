import { inlineText, viaRedirect } from "../../../text/neutralise.ts";
import { plainLine } from "../../../text/plain-line.ts";
import type { Promotion } from "../promotion/promotion.ts";

const maxQuestion = 120;

/** Promotions, and warnings, that a pull request lists: GitHub takes 65,536 characters. */
const maxListed = 50;

/** GitHub's limit for titles is 256 characters. */
const maxTitle = 200;

/** A pull request's title. Titles are no Markdown, and GitHub makes mentions of nothing in them. */
export function proposalTitle(promotions: readonly Promotion[]): string {
  const [first] = promotions;
  if (first === undefined || promotions.length > 1) return `FAQ: ${promotions.length} answers from discussions`;
  const what = first.change === "add" ? "" : `${first.change} `;
  return plainLine(`FAQ: ${what}${first.question}`, maxTitle);
}

/** The part of a pull request's body that is ours. */
export const proposalSection = "faq";

/**
 * What a reviewer has to know: what comes from where, who said it, what was taken out, and what merging does. The same
 * whatever order the promotions come in.
 */
export function proposalBody(all: readonly Promotion[], file: string): string {
  const promotions = all.toSorted((a, b) => a.number - b.number);
  const several = promotions.length > 1;
  return [
    ...editsOf(promotions),
    several
      ? `These answers from discussions were asked for in \`${file}\`:`
      : `This ${promotions[0]?.change === "withdraw" ? "takes an entry out of" : "brings an answer from a discussion into"} \`${file}\`:`,
    "",
    ...promotions.slice(0, maxListed).map(listItem),
    ...(promotions.length > maxListed ? [`- and ${promotions.length - maxListed} more.`] : []),
    "",
    ...takenOut(promotions),
    "Please read it as a reader would: an answer from a thread may need a word more, or one less. Commits of yours on this branch stay; I add to them and never overwrite them.",
    "",
    "- **Merge** it, and the discussion is told, labelled, and the entry answers the next one who asks.",
    "- **Close** it, and the discussion is told; nothing else happens.",
    "",
    "<sub>I am a bot. I opened this because somebody with triage rights asked me to by `/promote-faq`, or because what was promoted has changed.</sub>",
  ].join("\n");
}

/** First of all: what nobody asked for, and what is not in it. */
function editsOf(promotions: readonly Promotion[]): string[] {
  const lines = promotions.flatMap(({ edited, number }) => {
    if (edited === undefined) return [];
    const { by, at, url, isIn } = edited;
    const who = by === undefined ? "somebody whose account is gone" : inlineText(by, 60);
    const answer = `[the answer](<${viaRedirect(url)}>) of discussion ${number}`;
    const when = at.slice(0, 10);
    return isIn
      ? `**Nobody asked for these words:** ${who} edited ${answer} on ${when}, after somebody with triage rights had looked at it; this proposes what it says now. Its menu there shows what was edited.`
      : `**Edited since:** ${who} edited ${answer} on ${when}. What is proposed here is what it said before; \`/promote-faq\` there proposes what it says now.`;
  });
  return lines.slice(0, maxListed).flatMap((it) => [it, ""]);
}

function listItem({ question, url, number, answerer, by, change }: Promotion): string {
  const credit = answerer === undefined ? "" : `, answered by ${inlineText(answerer, 60)}`;
  const what = { add: "", update: "**changed:** ", withdraw: "**withdrawn:** " }[change];
  const why = change === "withdraw" ? ". Its answer is not marked, or not there, any more" : "";
  return `- ${what}${inlineText(question, maxQuestion)} (from [discussion ${number}](<${viaRedirect(url)}>)${credit}, asked for by ${inlineText(by, 60)})${why}`;
}

function takenOut(promotions: readonly Promotion[]): string[] {
  const lines = promotions
    .filter(({ redacted }) => redacted.length > 0)
    .slice(0, maxListed)
    .map(
      ({ number, redacted }) =>
        `> **Taken out** of the answer from discussion ${number}, since it does not belong in a published file: ${redacted.join(", ")}. Patterns find what is written in a known form; please look for more.`,
    );
  return lines.length === 0 ? [] : [lines.join("\n>\n"), ""];
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
export function withdrawnProposal({ change, number }: Pick<Promotion, "change" | "number">): string {
  return change === "withdraw"
    ? `**Closed by me:** the answer of discussion ${number} is not marked, or not there, any more, and nothing else is proposed here.`
    : "**Closed by me:** the default branch says all of this already.";
}

/** The answer to a command where a FAQ file, or somebody's commits, forbid the change. */
export function fileLeftAsItIs(path: string, why: string): string {
  return `I left \`${path}\` as it is: ${why}.`;
}
