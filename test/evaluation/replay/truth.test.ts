import { describe, expect, it } from "vitest";
import { Targets } from "../../../src/evaluation/replay/targets.ts";
import { gradeOf, truthsOf } from "../../../src/evaluation/replay/truth.ts";
import type { PastThread } from "../../../src/core/discussion.ts";
import { aComment, aGhostComment } from "../../helpers/builders.ts";
import { answered, asked, history, home, page, urlOf } from "../past.ts";

const docs = [page("docs/paint.md", ["Paint", "On wood"]), page("docs/index.md", ["Widgets"])];
const others = [1, 2, 3].map((number) => asked(number));
const blob = "https://github.com/acme/widgets/blob";

function truths(thread: PastThread): string[] {
  const targets = new Targets(history([...others, thread], docs));
  return truthsOf(thread, targets).map(({ id, group, from }) => `${from} ${id ?? group}`);
}

const by = (login: string, body: string, isBot = false) =>
  aComment({ id: `C_${login}_${body}`, body, author: { login, isBot } });

describe("what truly answered a thread", () => {
  it.each([
    ["a link to a section", `See ${blob}/main/docs/paint.md#on-wood.`, ["answer docs:docs/paint.md#on-wood"]],
    ["a link to a page", `[Paint](${blob}/v2/docs/paint.md)`, ["answer page:docs/paint.md"]],
    ["a section that is gone", `${blob}/main/docs/paint.md#on-glass`, ["answer page:docs/paint.md"]],
    ["a thread by number", "Like #2.", ["answer thread:2"]],
    ["a thread by its address", `${urlOf(2)}#discussioncomment-7`, ["answer thread:2"]],
    ["a thread that was an issue", "https://github.com/acme/widgets/issues/3", ["answer thread:3"]],
    ["a thread with its repository", "acme/Widgets#1", ["answer thread:1"]],
    ["two at once", `#1 and ${blob}/main/docs/paint.md`, ["answer page:docs/paint.md", "answer thread:1"]],
    ["another repository", "other/widgets#1, https://github.com/other/widgets/discussions/2", []],
    ["a page that is gone", `${blob}/main/docs/glue.md`, []],
    ["a thread that is gone", "#99", []],
    ["itself", "#9", []],
    ["code", "`#1`", []],
    ["what is quoted", "> see #1\n\nNo, it is not.", []],
    ["no link", "Use a brush.", []],
  ])("by its answer: %s", (_, body, expected) => {
    expect(truths(answered(9, 10, {}, body))).toEqual(expected);
  });

  it.each([
    ["a helper", by("hana", "#1"), ["comment thread:1"]],
    ["the asker", by("ann", "#1"), []],
    ["a bot", by("frontdesk", "#1", true), []],
    ["somebody whose comment was hidden", { ...by("hana", "#1"), isMinimized: true }, []],
    ["somebody whose account is gone", { ...aGhostComment(), body: "#1" }, ["comment thread:1"]],
  ])("by a comment of %s", (_, comment, expected) => {
    expect(truths(asked(9, { comments: [comment] }))).toEqual(expected);
  });

  it("counts the asker's own words where they are the marked answer", () => {
    const answer = by("ann", "Found it: #1");
    expect(truths(asked(9, { answer, comments: [answer] }))).toEqual(["answer thread:1"]);
  });

  it("reads comments without ids, as an export may have them", () => {
    const answer = { ...by("hana", "#1"), id: "" };
    const comments = [answer, { ...by("mia", "#2"), id: "" }];
    expect(truths(asked(9, { answer, comments }))).toEqual(["answer thread:1", "comment thread:2"]);
  });

  it("does not believe a bot's answer", () => {
    const answer = by("frontdesk", "#1", true);
    expect(truths(asked(9, { answer, comments: [answer] }))).toEqual([]);
  });

  it("names each target once, by the best that speaks for it", () => {
    expect(truths(answered(9, 10, { comments: [by("mia", "#1 #2")] }, "#1"))).toEqual([
      "answer thread:1",
      "comment thread:2",
    ]);
  });

  it.each([
    ["the thread that a comment says it repeats", [by("mia", "Compare #1"), by("mia", "Duplicate of #2")], "thread:2"],
    ["the thread named last where nobody says so", [by("mia", "Compare #1"), by("mia", "This is #3")], "thread:3"],
    ["what the asker names", [by("ann", "Sorry, a dupe of #2")], "thread:2"],
  ])("of a duplicate: %s", (_, comments, expected) => {
    expect(truths(asked(9, { closed: "duplicate", comments }))[0]).toBe(`duplicate ${expected}`);
  });

  it("knows a page by its address on the docs site and on GitHub", () => {
    const site = { url: "https://widgets.dev", root: "docs", ending: "" as const };
    const targets = new Targets({ ...history([], docs), home: { ...home, site } });
    const links = ["https://widgets.dev/paint#on-wood", `${blob}/main/docs/paint.md#on-wood`, "https://widgets.dev/"];
    const ids = targets.of({ links, threads: [] }).map(({ id, group }) => id ?? group);
    expect(ids).toEqual(["docs:docs/paint.md#on-wood", "docs:docs/paint.md#on-wood", "page:docs/index.md"]);
  });
});

describe("gradeOf", () => {
  const exact = { group: "page:a.md", id: "docs:a.md#x", url: "", from: "answer" } as const;
  const whole = { group: "page:a.md", url: "", from: "answer" } as const;
  it.each([
    ["a thread whose answer links there", [exact], "thread:3", "way"],
    ["the section itself", [exact], "docs:a.md#x", "exact"],
    ["another section of its page", [exact], "docs:a.md#y", "page"],
    ["any section of a page", [whole], "docs:a.md#y", "page"],
    ["another page", [exact, whole], "docs:b.md#x", undefined],
  ])("%s", (_, truths, id, grade) => {
    const group = id.startsWith("docs:") ? `page:${id.slice(5, 9)}` : id;
    expect(gradeOf({ id, group, leadsTo: id === "thread:3" ? ["page:a.md"] : [] }, truths)).toBe(grade);
  });
});
