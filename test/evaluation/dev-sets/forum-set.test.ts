import { describe, expect, it } from "vitest";
import { type Forum, type ForumPost, forumSet, type ForumThread } from "../../../evaluation/sets/forum-set.ts";

const at = (day: string) => `${day}T10:00:00Z`;
const post = (author: string, day: string, text: string, ...links: readonly string[]): ForumPost => ({
  author,
  date: at(day),
  text,
  links,
});
const thread = (id: string, ...posts: readonly ForumPost[]): ForumThread => ({
  id,
  title: `Thread ${id}`,
  posts,
  isQuestion: true,
});

const docs = ["docs:lamp", "docs:lamp#light", "docs:oil"].map(
  (id) => ({ id, kind: "docs", title: id, body: "" }) as const,
);

/** Here addresses are ids. */
const made = (threads: readonly ForumThread[], others: Partial<Forum> = {}) =>
  forumSet({ threads, docs, documentAt: (address) => address, cut: "2020-01-01", ...others });

const old = thread(
  "old",
  post("ann", "2019-05-01", "Dark?"),
  post("bob", "2019-05-02", "See the lamp.", "docs:lamp#light"),
);

describe("a set out of a forum", () => {
  it("asks the threads after the cut over docs and over answered threads from before", () => {
    const late = thread(
      "late",
      post("cy", "2020-05-01", "So dark, see https://x.org/pic.png"),
      post("bob", "2020-05-02", "As before.", "thread:old"),
    );
    const silent = thread("silent", post("cy", "2019-05-01", "Hello?"), post("cy", "2019-05-02", "Solved."));
    const { documents, queries, labels } = made([old, late, silent]);
    expect(documents.map(({ id }) => id)).toEqual(["docs:lamp", "docs:lamp#light", "docs:oil", "thread:old"]);
    expect(documents.at(-1)).toMatchObject({
      body: "Dark?",
      answer: "See the lamp.",
      links: ["docs:lamp#light"],
      date: at("2019-05-01"),
    });
    expect(queries).toEqual([
      { id: "q:old", title: "Thread old", body: "Dark?", date: at("2019-05-01"), split: "train" },
      { id: "q:late", title: "Thread late", body: "So dark, see ", date: at("2020-05-01"), split: "test" },
    ]);
    expect(labels).toEqual([
      { query: "q:old", document: "docs:lamp#light", grade: 2 },
      { query: "q:late", document: "thread:old", grade: 2 },
    ]);
  });

  it.each([
    ["a section", ["docs:lamp#light"], [["docs:lamp#light", 2]]],
    ["a page", ["docs:lamp"], [["docs:lamp", 1]]],
    ["a section that is gone, whose page is not", ["docs:lamp#wick"], [["docs:lamp", 1]]],
    [
      "a page and a section of it",
      ["docs:oil", "docs:lamp#light"],
      [
        ["docs:oil", 1],
        ["docs:lamp#light", 2],
      ],
    ],
    ["the thread itself", ["thread:q"], []],
    ["a page that is not there", ["docs:moon"], []],
    ["a thread after the cut", ["thread:new"], []],
  ])("counts a link to %s", (_what, links, expected) => {
    const asked = thread("q", post("ann", "2020-05-01", "?"), post("bob", "2020-05-02", "!", ...links));
    const later = thread("new", post("ann", "2020-04-01", "?"), post("bob", "2020-04-02", "!"));
    const { labels, queries } = made([asked, later]);
    expect(labels.map(({ document, grade }) => [document, grade])).toEqual(expected);
    expect(queries.length).toBe(expected.length === 0 ? 0 : 1);
  });

  it("counts neither what the asker links nor what comes after five replies", () => {
    const five = ["a", "b", "c", "d", "e"].map((who) => post(who, "2020-05-02", "Hm."));
    const asked = thread(
      "q",
      post("ann", "2020-05-01", "?"),
      post("ann", "2020-05-02", "Found it.", "docs:lamp"),
      ...five,
      post("bob", "2020-05-03", "Oil.", "docs:oil"),
    );
    expect(made([asked]).labels).toEqual([]);
  });

  it("knows that a question whose page was taken out has no answer in the docs", () => {
    const asked = thread("q", post("ann", "2020-05-01", "?"), post("bob", "2020-05-02", "!", "docs:lamp#light"));
    const { documents, labels, answerable } = made([asked], { withoutPages: new Set(["docs:lamp"]) });
    expect(documents.map(({ id }) => id)).toEqual(["docs:oil"]);
    expect(labels).toEqual([]);
    expect(answerable).toEqual([{ query: "q:q", kind: "docs", isAnswerable: false }]);
  });

  it("keeps as the answer what was accepted, else the first three replies of others", () => {
    const chat = [
      post("ann", "2019-05-01", "?"),
      post("b", "2019-05-02", "1"),
      post("ann", "2019-05-02", "thanks"),
      post("c", "2019-05-02", "2"),
      post("d", "2019-05-02", "3"),
      post("e", "2019-05-02", "4"),
    ];
    const [, , , open] = made([thread("open", ...chat)]).documents;
    expect(open?.answer).toBe("1\n\n2\n\n3");
    const accepted = chat.map((it) => (it.text === "4" ? { ...it, isAccepted: true } : it));
    expect(made([thread("done", ...accepted)]).documents.at(-1)?.answer).toBe("4");
  });
});
