import { english } from "../../../../src/core/language.ts";
import fc from "fast-check";
import type { Node } from "mdast";
import { describe, expect, it } from "vitest";
import type { TrackedIssue } from "../../../../src/core/issue-tracking.ts";
import { toObservedIssue } from "../../../../src/features/feature-requests/reconcile/observed-issue.ts";
import { issueTitle, requestIssueBody } from "../../../../src/features/feature-requests/messages/issue-body.ts";
import { requestSection } from "../../../../src/features/feature-requests/messages/request-section.ts";
import { parseMarkdown } from "../../../../src/text/parse-markdown.ts";
import { childrenOf, valueOf } from "../../../../src/text/plain-text.ts";
import { aRequest, repository } from "../../../helpers/builders.ts";
import { facts, madeOf, requestTexts } from "../../../helpers/request-texts.ts";

const mention = /(?<![\w`/])@[a-z\d]/iu;
const reference = /(?<![\w/&])#\d|GH-\d/u;

/** Text and HTML as GitHub reads them; what stands in code or inside of links means nothing to it. */
function leavesOf(node: Node): { readonly type: string; readonly value: string }[] {
  if (node.type === "link") return [];
  const children = childrenOf(node);
  return children.length > 0 ? children.flatMap(leavesOf) : [{ type: node.type, value: valueOf(node) }];
}

describe("what is said about requests", () => {
  it("notifies nobody, links back to nothing, closes nothing and has no HTML of others, whatever people wrote", () => {
    const nasty = fc.constantFrom(
      "@ann",
      "#12",
      "Fixes #12",
      "acme/widgets#12",
      "GH-12",
      "<img src=x onerror=alert(1)>",
      "<!-- frontdesk:begin:feature-request -->",
      "<!--",
      "](https://evil.example)",
      "`",
      "```\n",
      "\n\n# Title\n\n",
      "| a | b |",
      "https://github.com/acme/widgets/issues/12",
      "&#64;ann",
      " ",
      "word",
    );
    fc.assert(
      fc.property(fc.array(nasty, { minLength: 1, maxLength: 8 }), (parts) => {
        for (const said of requestTexts(parts.join(""))) {
          for (const { type, value } of leavesOf(parseMarkdown(said))) {
            // Of an address GitHub makes a link, in which nothing else is recognised.
            const words = value.replaceAll(/https?:\/\/\S+/gu, "");
            if (type === "text") expect(words).not.toMatch(mention);
            if (type === "text") expect(words).not.toMatch(reference);
            if (type === "html") expect(value).toMatch(/^(?:<\/?sub>|<!-- frontdesk:(?:begin|end):planning -->)$/u);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it("is the same for the same record", () => {
    expect(requestSection(madeOf("x"))(english)).toBe(requestSection(madeOf("x"))(english));
  });

  it.each([
    ["asked", "- [ ] Why is it needed?"],
    ["complete", "A maintainer decides next"],
    ["meeting", "`/outcome …`"],
    ["accepted", "`/accept` makes the issue"],
    ["declined", "**Declined**"],
    ["shipped", "**Done**"],
    ["dropped", "Not planned any more"],
    ["duplicate", "Closed as a duplicate"],
    ["closed", "`/reopen`"],
  ] as const)("says of one that is %s, and of which nothing else is known: %s", (state, words) => {
    expect(requestSection({ request: aRequest({ state }), votes: 0 })(english)).toContain(words);
  });

  it("has an agenda of all that has to be talked about", () => {
    const slot = { key: "DC_1", start: "2026-12-08T13:00:00.000Z", end: "2026-12-08T13:30:00.000Z", hosts: ["hana"] };
    const request = aRequest({
      state: "meeting",
      answers: { why: "My eyes.", outcome: "Night." },
      related: [{ title: "Themes", url: "https://github.com/acme/widgets/issues/9", kind: "issue, open" }],
      meeting: { when: "Tuesday, 13:00 UTC, Triage", by: "mia", slot: { ...slot, isOver: false } },
      votesFrom: { "9": 2 },
    });
    const url = "https://github.com/acme/widgets/discussions/12#discussioncomment-1";
    const said = requestSection({ request, votes: 4 }, [{ text: "And on `paper`?", url, by: "sam" }])(english);
    expect(said).toContain(`**To be talked about:** Tuesday, 13:00 UTC, Triage, with hana

Agenda:

1. **Why is it needed?**
   My eyes.
1. **What outcome is wanted?**
   Night.
1. **How urgent is it?**
   *not answered yet*
1. **How many want it?**
   6 votes, by upvotes and 👍.
1. **What is alike, and is it the same?**
   - [Themes](<https://redirect.github.com/acme/widgets/issues/9>) (issue, open)
1. **What is still open?**
   - One of the questions above.
   - [sam asked](<${url}>): And on \`paper\`?
1. **What do we do, by when, and who does it?**

Afterwards, a maintainer writes`);
    const over = { ...request, meeting: { when: "Tuesday", by: "mia", slot: { ...slot, isOver: true } } };
    expect(requestSection({ request: over, votes: 4 })(english)).toContain(
      "**The decision is awaited.** A maintainer writes",
    );
  });

  it("has titles that GitHub takes", () => {
    expect(issueTitle("x".repeat(10_000)).length).toBeLessThanOrEqual(256);
    expect(issueTitle(" a\n b ")).toBe("a b");
    expect(
      requestIssueBody(madeOf("x".repeat(60_000)).request, facts("x".repeat(60_000)))(english).length,
    ).toBeLessThan(65_536);
  });
});

describe("an issue as it is seen", () => {
  const issue: TrackedIssue = {
    id: "I_9",
    repository: "acme/widgets",
    isPublic: true,
    number: 9,
    title: "Old",
    body: "",
    url: "https://github.com/acme/widgets/issues/9",
    isOurs: true,
    labels: [],
    assignees: [],
    items: [],
    subIssues: [],
  };

  it.each<[string, TrackedIssue | undefined, object]>([
    ["open", issue, { state: "open" }],
    ["closed", { ...issue, closed: "not-planned" }, { state: "not-planned" }],
    ["gone", undefined, { state: "lost" }],
    [
      "converted",
      { ...issue, closed: "completed", convertedTo: 12 },
      { state: "lost", movedTo: "https://github.com/acme/widgets/discussions/12" },
    ],
    ["elsewhere", { ...issue, repository: "acme/other", url: "https://x" }, { state: "open", movedTo: "https://x" }],
    ["in another case", { ...issue, repository: "Acme/Widgets" }, { state: "open" }],
  ])("%s", (_, found, seen) => {
    expect(toObservedIssue(found, repository)).toEqual(seen);
  });

  it("that was converted is told with the place where it is now", () => {
    const seen = toObservedIssue({ ...issue, convertedTo: 12 }, repository);
    const { request } = madeOf("x");
    const link = { number: 9, id: "I", url: issue.url, isAdopted: false, notSet: [] };
    expect(requestSection({ request: { ...request, seen }, votes: 0, issue: link })(english)).toContain(
      "was converted and is now [a discussion](<https://github.com/acme/widgets/discussions/12>)",
    );
  });
});
