import { english } from "../../../../src/core/language.ts";
import { describe, expect, it } from "vitest";
import type { Branch, PullRequest } from "../../../../src/core/proposal.ts";
import { directEditor, foundEntry } from "../../../../src/faq-file/faq-editor.ts";
import { readFaq } from "../../../../src/faq-file/read-faq.ts";
import { proposalBody } from "../../../../src/features/faq/messages/pull-request.ts";
import { noEntry, type Promotion } from "../../../../src/features/faq/promotion/promotion.ts";
import { proposalReason, type Compared } from "../../../../src/features/faq/promotion/proposal-reason.ts";
import { writeSection } from "../../../../src/text/marker.ts";

const start = "# FAQ\n\n## How do I start?\n\nPress the button.\n";
const mark = (thread: number) => `<!-- frontdesk:faq:thread=${thread}&answer=A${thread}&verified=2026-03-02 -->`;
const withEntry = (thread: number) => `${start}\n## Why ${thread}?\n\n${mark(thread)}\n\nIt is so.\n`;

function aPromotion(number: number, wanted = "x1"): Promotion {
  return {
    number,
    file: "docs/FAQ.md",
    branch: "faq/collected",
    question: `Why ${number}?`,
    wanted,
    state: "proposed",
    change: "add",
    url: `https://github.com/acme/widgets/discussions/${number}`,
    by: "hana",
    redacted: [],
  };
}

const [own, other] = [aPromotion(12), aPromotion(13)];

interface World {
  readonly promotion: Promotion;
  readonly wanted: string;
  readonly pull: Partial<PullRequest> | undefined;
  readonly others: readonly string[];
  readonly base: string;
  readonly ours: string;
  readonly shared: string;
  readonly otherPromotions: readonly Promotion[];
}

/** A promotion on its way, of which nothing is wrong, but for what differs. */
function compared(differs: Partial<World>): Compared {
  const world: World = {
    promotion: own,
    wanted: own.wanted,
    pull: {},
    others: [],
    base: start,
    ours: withEntry(12),
    shared: start,
    otherPromotions: [],
    ...differs,
  };
  const { promotion, otherPromotions, base } = world;
  const branch: Branch = { head: "b", mergeBase: "m", others: world.others };
  const body = writeSection(undefined, "faq", proposalBody([promotion], "docs/FAQ.md")(english), []);
  const pull = {
    id: "PR_1",
    number: 7,
    url: "u",
    state: "open",
    title: "FAQ",
    body,
    head: "b",
    ...world.pull,
  } as const;
  const proposal = { base: { name: "main", head: "m" }, branch, pullRequest: world.pull && pull };
  const [entry] = readFaq(base)
    .entries.map(foundEntry)
    .filter(({ thread }) => thread === promotion.number);
  const { ours, shared } = world;
  const files = {
    path: promotion.file,
    branch: promotion.branch,
    proposal,
    base,
    baseSha: "s",
    ours,
    shared,
    syntax: "markdown" as const,
    language: { language: "auto" as const, words: {} },
    editor: directEditor(),
  };
  return { promotion, wanted: world.wanted, files, entry, otherPromotions };
}

const together = writeSection(undefined, "faq", proposalBody([other, own], "docs/FAQ.md")(english), []);

describe("a change is proposed again", () => {
  it.each<[string, Partial<World>, string | undefined]>([
    ["not when all is as it should be", {}, undefined],
    ["when the answer is another one", { wanted: "x2" }, "outdated"],
    ["when there is no answer any more", { wanted: noEntry }, "outdated"],
    [
      "not for another answer where the pull request was closed",
      { wanted: "x2", pull: { state: "closed" } },
      undefined,
    ],
    [
      "for another answer where the entry is in the file",
      { wanted: "x2", promotion: { ...own, state: "published" }, base: withEntry(12), pull: undefined },
      "outdated",
    ],
    ["when the file changed in the same place", { base: `${start}\n## Who?\n\nWe.\n` }, "conflict"],
    ["not when the file changed elsewhere", { base: start.replace("# FAQ\n", "# FAQ\n\nAsk.\n") }, undefined],
    ["when its entry is not on the branch", { ours: withEntry(13) }, "lost"],
    ["not when a person's commit took it out there", { ours: withEntry(13), others: ["mia"] }, undefined],
    [
      "not because somebody copied its entry",
      { ours: `${withEntry(12)}\n## Again?\n\n${mark(12)}\n\nIt is.\n` },
      undefined,
    ],
    [
      "when the entry that is to go is on the branch",
      {
        promotion: aPromotion(12, noEntry),
        wanted: noEntry,
        base: withEntry(12),
        shared: withEntry(12),
        ours: withEntry(12),
      },
      "lost",
    ],
    ["when its pull request tells of it alone", { otherPromotions: [other] }, "misdescribed"],
    ["not when that tells of both", { otherPromotions: [other], pull: { body: together } }, undefined],
    [
      "nor when GitHub ends its lines in another way",
      { otherPromotions: [other], pull: { body: together.replaceAll("\n", "\r\n") } },
      undefined,
    ],
    ["not when somebody wrote into the words of a single one", { pull: { body: "Please merge." } }, undefined],
  ])("%s", (_, differs, why) => {
    expect(proposalReason(compared(differs))).toBe(why);
  });
});
