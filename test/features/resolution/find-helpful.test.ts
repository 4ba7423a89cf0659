import { describe, expect, it } from "vitest";
import type { Comment, Thread } from "../../../src/core/discussion.ts";
import { findHelpful } from "../../../src/features/resolution/signs/find-helpful.ts";
import { aComment, aThread } from "../../helpers/builders.ts";

const monday = new Date("2026-03-02T09:00:00Z");
const asked = "https://github.com/acme/widgets/discussions/12";

/** Comments a minute apart, each `[author, text]` and what differs from the usual one; by ids `c1`, `c2`, … */
function thread(...said: readonly (readonly [string, string, Partial<Comment>?])[]): Thread {
  return aThread({
    comments: said.map(([login, body, given], i) =>
      aComment({
        id: `c${i + 1}`,
        body,
        author: { login, isBot: false },
        url: `${asked}#discussioncomment-${i + 1}`,
        createdAt: new Date(monday.getTime() + i * 60_000),
        ...given,
      }),
    ),
  });
}

const thanks = ["ann", "Thanks, that worked!"] as const;
const liked = { answer: "c1", because: "liked", at: "2026-03-03T09:00:00Z" } as const;
const linked = { answer: "#discussioncomment-1", because: "linked", at: "2026-03-03T09:00:00Z" } as const;

describe("a comment that solved it", () => {
  it.each([
    ["the last before the thanks", thread(["sam", "Oil it."], ["hana", "Or grease it."], thanks), "c2"],
    [
      "the one whose author is thanked",
      thread(["sam", "Oil it."], ["hana", "Grease it."], ["ann", "Thanks @Sam!"]),
      "c1",
    ],
    [
      "not one whose name begins another",
      thread(["sam", "Oil it."], ["hana", "Grease it."], ["ann", "Thanks @sammy!"]),
      "c2",
    ],
    [
      "the one whose replies the thanks are among",
      thread(["sam", "Oil it."], ["hana", "Grease it."], ["ann", "Thanks!", { replyTo: "c1" }]),
      "c1",
    ],
    [
      "a reply, when that was the last word there",
      thread(["sam", "Oil it."], ["hana", "Twice.", { replyTo: "c1" }], ["ann", "Solved!", { replyTo: "c1" }]),
      "c2",
    ],
    [
      "the one that the asker links to",
      thread(["sam", "Oil it."], ["hana", "Hm."], ["ann", `${asked}#discussioncomment-1 was the answer`]),
      "c1",
    ],
    ["one whose author is gone", thread(["x", "Oil it.", { author: undefined as never }], thanks), "c1"],
    ["behind a command", thread(["sam", "Oil it."], thanks, ["ann", "/help"]), "c1"],
  ])("is %s", (_, given, id) => {
    expect(findHelpful(given, undefined)?.comment.id).toBe(id);
  });

  it.each([
    ["the asker's own", thread(["ann", "I oiled it."], thanks)],
    ["a bot's", thread(["helper", "Oil it.", { author: { login: "helper", isBot: true } }], thanks)],
    ["ours", thread(["frontdesk", "See the docs.", { isOurs: true }], thanks)],
    ["hidden", thread(["sam", "Oil it.", { isMinimized: true }], thanks)],
    ["deleted", thread(["sam", ""], thanks)],
    ["a question", thread(["sam", "Which flange?"], thanks)],
    ["a command", thread(["hana", "/needs-info the log"], thanks)],
    ["followed by doubts", thread(["sam", "Oil it."], thanks, ["ann", "No, it squeaks again."])],
    ["thanked for by others", thread(["sam", "Oil it."], ["pat", "Thanks, that worked!"])],
    ["one that came later", thread(thanks, ["sam", "You are welcome."])],
    ["in a thread with an answer", { ...thread(["sam", "Oil it."], thanks), answer: aComment() }],
    [
      "where none can be marked",
      {
        ...thread(["sam", "Oil it."], thanks),
        category: { slug: "ideas", name: "Ideas", isAnswerable: false },
      },
    ],
    ["in a bot's thread", { ...thread(["sam", "Oil it."], thanks), author: { login: "ann", isBot: true } }],
    ["one that the asker links to in doubt", thread(["sam", "Oil."], ["ann", `${asked}#discussioncomment-1 fails`])],
  ])("is none that is %s", (_, given) => {
    expect(findHelpful(given, undefined)).toBeUndefined();
  });

  it.each([
    ["liked by the asker", liked],
    ["linked to by an answer elsewhere", linked],
  ])("is one %s, unless the asker asked on", (_, sign) => {
    const open = thread(["sam", "Oil it."]);
    expect(findHelpful(open, sign)).toMatchObject({ comment: { id: "c1" }, because: sign.because });
    expect(findHelpful(thread(["sam", "Oil it."], ["ann", "And then?"]), sign)).toBeUndefined();
    expect(findHelpful(thread(["sam", "Oil it."], ["ann", "I see."]), sign)?.comment.id).toBe("c1");
  });
});
