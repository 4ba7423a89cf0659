import type { KnownEntry, LinkedThread } from "../../../core/knowledge.ts";
import type { Text } from "../../../core/language.ts";
import { inlineText, viaRedirect } from "../../../text/neutralise.ts";
import { enumerated, joined, md, sentences, type Part } from "../../../words/compose-text.ts";
import type { Promotion } from "../promotion/promotion.ts";
import type { EntryCounts } from "../store/faq-records.ts";
import { say } from "./words.ts";

export const reviewTitle = say("review.title");

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
export function faqReview(review: Review): Text {
  return joined(
    [say("review.intro", { count: review.entries }), "", faqLists(review, "###"), "", say("review.footer")],
    "\n",
  );
}

/** Said in the review's own issue when its lists have moved. */
export function movedToLivingIssue(number: number, url: string): Text {
  return say("review.moved", { issue: md`[${say("review.issue", { number })}](<${url}>)` });
}

/** What is stale and why, what to do about it, and which answers are worth an entry. */
export function faqLists({ stale, more, offers, edited }: Review, depth: "###" | "####"): Text {
  return joined(
    [
      md`${depth} ${say("review.stale", { count: stale.length + more })}`,
      "",
      ...(stale.length === 0
        ? [say("review.none")]
        : [
            say("review.stale-how"),
            "",
            ...stale.map(staleItem),
            ...(more > 0 ? [md`- ${say("review.more", { count: more })}`] : []),
          ]),
      "",
      ...editedList(edited, depth),
      md`${depth} ${say("review.offers", { count: offers.length })}`,
      "",
      ...(offers.length === 0 ? [say("review.none")] : [say("review.offers-how"), "", ...offers.map(offerItem)]),
    ],
    "\n",
  );
}

const maxEdited = 50;

function editedList(edited: readonly Promotion[], depth: "###" | "####"): readonly Part[] {
  if (edited.length === 0) return [];
  const more = edited.length - maxEdited;
  return [
    md`${depth} ${say("review.edited", { count: edited.length })}`,
    "",
    say("review.edited-how"),
    "",
    ...edited.slice(0, maxEdited).map(editedItem),
    ...(more > 0 ? [md`- ${say("review.more", { count: more })}`] : []),
    "",
  ];
}

function staleItem({ entry: { item, section }, counts, reasons }: Review["stale"][number]): Text {
  const { hits, helpful, unhelpful } = counts;
  const versions = section.versions ?? [];
  const said = sentences([
    `${reasons.join("; ")}.`,
    ...(versions.length === 0 ? [] : [say("review.speaks-of", { versions: enumerated(versions.slice(0, 5)) })]),
    ...(hits === 0 ? [] : [say("review.used", { count: hits, helpful, unhelpful })]),
  ]);
  const commands = say("review.commands", {
    verify: reviewCommandText("verify", section),
    retire: reviewCommandText("retire", section),
  });
  return md`- [${inlineText(item.title, 120)}](<${item.url}>): ${said}\n  ${commands}`;
}

function editedItem({ question, edited }: Promotion): Text {
  const { by, at = "", url = "" } = edited ?? {};
  const who = by === undefined ? say("account-gone") : inlineText(by, 60);
  const answer = `[${inlineText(question, 120)}](<${viaRedirect(url)}>)`;
  return md`- ${say("review.edited-by", { answer, who, day: at.slice(0, 10) })}`;
}

function offerItem({ title, url, links, found, votes }: Review["offers"][number]): Text {
  const said = [
    ...(links > 0 ? [say("review.links", { count: links })] : []),
    ...(found > 0 ? [say("review.found", { count: found })] : []),
    ...(votes > 0 ? [say("review.votes", { count: votes })] : []),
  ];
  const link = `- [${inlineText(title, 120)}](<${viaRedirect(url)}>)`;
  return said.length === 0 ? () => link : md`${link}: ${enumerated(said)}`;
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
