import { english } from "../../../src/core/language.ts";
import { describe, expect, it } from "vitest";
import type { KnowledgeItem, KnowledgeKind, Outcome } from "../../../src/core/knowledge.ts";
import { kindInWords } from "../../../src/words/kind-in-words.ts";
import { firstAnswer } from "../../../src/features/related-answers/messages/first-answer.ts";
import { aHit } from "../../helpers/builders.ts";

const issueUrl = "https://github.com/acme/widgets/issues/7";

describe("what a suggestion is", () => {
  it.each<[KnowledgeKind, Outcome | undefined, string | undefined]>([
    ["docs", undefined, undefined],
    ["faq", undefined, "FAQ"],
    ["thread", undefined, "answered discussion"],
    ["issue", { state: "open", isBug: true }, "known bug, open"],
    ["issue", { state: "completed", isBug: true }, "known bug, fixed"],
    ["issue", { state: "completed", isBug: true, shippedIn: "v2.4" }, "known bug, fixed in v2.4"],
    ["issue", { state: "completed", isBug: true, shippedIn: "Release 3.1" }, "known bug, fixed in Release 3.1"],
    [
      "issue",
      { state: "completed", isBug: true, shippedIn: "October 2025" },
      "known bug, fixed, milestone October 2025",
    ],
    ["issue", { state: "open" }, "issue, open"],
    ["issue", { state: "completed", shippedIn: "2.4" }, "issue, closed in 2.4"],
    ["feature-request", { state: "open" }, "feature request, open"],
    ["feature-request", { state: "completed", shippedIn: "2.4" }, "feature request, done in 2.4"],
    ["feature-request", { state: "not-planned" }, "feature request, declined"],
  ])("is said in words: %s %j", (kind, outcome, words) => {
    expect(kindInWords({ kind, ...(outcome && { outcome }) })?.(english)).toBe(words);
  });

  it("is said of an entry that may be out of date", () => {
    expect(kindInWords({ kind: "faq", retired: "stale" })?.(english)).toBe("FAQ, may be out of date");
  });
});

describe("a comment", () => {
  const bug: Partial<KnowledgeItem> = {
    id: "issue:7",
    kind: "issue",
    title: "Crash",
    context: [],
    url: issueUrl,
    outcome: { state: "completed", isBug: true, shippedIn: "2.4" },
  };

  it("says of each link what it leads to", () => {
    const text = firstAnswer([aHit(0.9), aHit(0.8, bug)])(english);
    expect(text).toContain(
      "[Logging › Log level](<https://github.com/acme/widgets/blob/HEAD/docs/logging.md#log-level>)\n",
    );
    expect(text).toMatch(/- \[Crash\]\(<.*>\) \(known bug, fixed in 2\.4\)\n/);
    expect(text).toContain("This may already answer your question");
    expect(text).toContain("docs, answered discussions and issues");
  });

  it("says that a bot speaks, and how to tell it what one thinks", () => {
    expect(firstAnswer([aHit(0.9)])(english)).toMatch(/I am a bot.*👍 or 👎.*`\/not-helpful`/);
  });

  it("does not call it an answer that something is known", () => {
    expect(firstAnswer([aHit(0.8, bug)])(english)).toContain("This may be known already");
    expect(firstAnswer([aHit(0.8, bug)])(english)).not.toContain("answer your question");
  });

  it("names issues among what was searched only where one was found", () => {
    expect(firstAnswer([aHit(0.9)])(english)).toContain("docs and answered discussions");
  });

  it.each([
    ["an issue", "issue", issueUrl],
    ["a feature request", "feature-request", issueUrl],
    ["a discussion", "thread", "https://github.com/acme/widgets/discussions/3"],
  ] as const)("leaves no mention of itself under %s", (_, kind, url) => {
    const text = firstAnswer([aHit(0.9, { kind, url })])(english);
    expect(text).toContain(`(<${url.replace("//", "//redirect.")}>)`);
    // https://docs.github.com/en/get-started/writing-on-github/working-with-advanced-formatting/autolinked-references-and-urls
    expect(text).not.toMatch(/\/\/github\.com\/[^)]*\/(?:issues|discussions|pull)\//);
    expect(text).not.toMatch(/#\d|GH-\d/);
  });

  it("links as it is to another host, which has no such detour", () => {
    const url = "https://git.acme.example/acme/widgets/issues/7";
    expect(firstAnswer([aHit(0.9, { kind: "issue", url })])(english)).toContain(`(<${url}>)`);
  });

  it("makes nothing of a milestone's title but text", () => {
    const outcome = { state: "completed", isBug: true, shippedIn: "2.4 @everyone fixes #1 <!-- x -->" } as const;
    const text = firstAnswer([aHit(0.9, { ...bug, outcome })])(english);
    expect(text).not.toMatch(/@everyone|#1|<!--/);
  });
});
