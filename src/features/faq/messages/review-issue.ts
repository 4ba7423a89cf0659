import type { KnownEntry, LinkedThread } from "../../../core/knowledge.ts";
import { inlineText, viaRedirect } from "../../../text/neutralise.ts";
import type { Promotion } from "../promotion/promotion.ts";
import type { EntryCounts } from "../store/faq-records.ts";

export const reviewTitle = "FAQ review: entries to verify, answers worth an entry";

interface Review {
  readonly stale: readonly {
    readonly entry: KnownEntry;
    readonly counts: EntryCounts;
    readonly reasons: readonly string[];
  }[];
  /** Stale entries that are not listed. */
  readonly more: number;
  readonly offers: readonly (LinkedThread & { readonly found: number; readonly votes: number })[];
  readonly entries: number;
  /** Promotions whose answer was edited since. */
  readonly edited: readonly Promotion[];
}

/** The body of the review's own issue. */
export function faqReview(review: Review): string {
  return [
    `I look at the ${review.entries} entries of this repository's FAQ once a day, and edit this issue.`,
    "",
    faqLists(review, "###"),
    "",
    "<sub>I am a bot. Close this issue, and I open it again only when there is something new.</sub>",
  ].join("\n");
}

/** Said in the review's own issue when its lists have moved. */
export function movedToLivingIssue(number: number, url: string): string {
  return `These lists stand in [issue ${number}](<${url}>) now, and so do their commands.`;
}

/** What is stale and why, what to do about it, and which answers are worth an entry. */
export function faqLists({ stale, more, offers, edited }: Review, depth: "###" | "####"): string {
  return [
    `${depth} Stale entries (${stale.length + more})`,
    "",
    ...(stale.length === 0
      ? ["None."]
      : [
          "These are not suggested as they are. For each, comment one of its commands here; I open a pull request.",
          "",
          ...stale.map(staleItem),
          ...(more > 0 ? [`- … and ${more} more.`] : []),
        ]),
    "",
    ...(edited.length === 0
      ? []
      : [
          `${depth} Answers edited since (${edited.length})`,
          "",
          "The FAQ has them as they were. Comment `/promote-faq` in the discussion of one to propose what it says now.",
          "",
          ...edited.slice(0, maxEdited).map(editedItem),
          ...(edited.length > maxEdited ? [`- … and ${edited.length - maxEdited} more.`] : []),
          "",
        ]),
    `${depth} Answers worth an entry (${offers.length})`,
    "",
    ...(offers.length === 0
      ? ["None."]
      : ["Comment `/promote-faq` in the discussion of one that you want in the FAQ.", "", ...offers.map(offerItem)]),
  ].join("\n");
}

function staleItem({ entry: { item, section }, counts, reasons }: Review["stale"][number]): string {
  const { hits, helpful, unhelpful } = counts;
  const used =
    hits === 0 ? "" : ` Suggested in ${hits} ${hits === 1 ? "thread" : "threads"}, 👍 ${helpful}, 👎 ${unhelpful}.`;
  const versions = section.versions ?? [];
  const speaksOf = versions.length === 0 ? "" : ` It speaks of ${versions.slice(0, 5).join(", ")}.`;
  return [
    `- [${inlineText(item.title, 120)}](<${item.url}>): ${reasons.join("; ")}.${speaksOf}${used}`,
    `  ${reviewCommandText("verify", section)} if it is right, ${reviewCommandText("retire", section)} to take it out.`,
  ].join("\n");
}

const maxEdited = 50;

function editedItem({ question, edited }: Promotion): string {
  const { by, at = "", url = "" } = edited ?? {};
  const who = by === undefined ? "somebody whose account is gone" : inlineText(by, 60);
  return `- [${inlineText(question, 120)}](<${viaRedirect(url)}>), edited by ${who} on ${at.slice(0, 10)}`;
}

function offerItem({ title, url, links, found, votes }: Review["offers"][number]): string {
  const said = [
    ...(links > 0 ? [`${links} other ${links === 1 ? "answer links" : "answers link"} to it`] : []),
    ...(found > 0 ? [`found for ${found} ${found === 1 ? "question" : "questions"}`] : []),
    ...(votes > 0 ? [`${votes} ${votes === 1 ? "vote" : "votes"}`] : []),
  ];
  return `- [${inlineText(title, 120)}](<${viaRedirect(url)}>)${said.length === 0 ? "" : `: ${said.join(", ")}`}`;
}

/** A command about an entry, as code in a line: anchors are what people's headings make of them. */
export function reviewCommandText(
  command: "verify" | "retire",
  { path, anchor }: Pick<KnownEntry["section"], "path" | "anchor">,
): string {
  return `\`/${command} ${plainPlace(`${path}#${anchor}`)}\``;
}

/** The place of an entry as one word that ends no code. */
export function plainPlace(place: string): string {
  return place.replaceAll(/[`\s]/gu, "-");
}
