import { describe, expect, it } from "vitest";
import { openQuestions } from "../../../../src/features/feature-requests/answers/open-questions.ts";
import { aComment, aThread } from "../../../helpers/builders.ts";

const said = (by: string, body: string, given: object = {}) => ({
  ...aComment({ body, author: { login: by, isBot: false } }),
  ...given,
});
const ask = (...comments: ReturnType<typeof said>[]) =>
  openQuestions(aThread({ comments: comments.map((it, i) => ({ ...it, id: `DC_${i}` })) })).map(({ text }) => text);

describe("an open question", () => {
  it.each<[string, ReturnType<typeof said>[], string[]]>([
    ["is one that nobody has answered", [said("sam", "Would it work offline?")], ["Would it work offline?"]],
    ["is none when somebody has", [said("sam", "Would it?"), said("ann", "Yes.")], []],
    ["is one that was asked back", [said("sam", "Would it?"), said("ann", "Where?")], ["Where?"]],
    ["stays one when its author goes on", [said("sam", "Would it?"), said("sam", "Just asking.")], ["Would it?"]],
    ["is none of what is no question", [said("sam", "I want it.")], []],
    ["is none of a bot's", [said("dosu", "Is it?", { author: { login: "dosu", isBot: true } })], []],
    ["is not answered by a bot", [said("sam", "Would it?"), said("x", "Hm.", { isOurs: true })], ["Would it?"]],
    ["is none that was hidden", [said("sam", "Buy it?", { isMinimized: true })], []],
    ["is none of a command", [said("mia", "/label why?")], []],
    ["is its last paragraph", [said("sam", "I print at night.\n\nWould it?\n")], ["Would it?"]],
    ["is not answered by a command", [said("sam", "Would it?"), said("mia", "/meeting")], ["Would it?"]],
    ["is one of three at most", ["1?", "2?", "3?", "4?"].map((it) => said("sam", it)), ["2?", "3?", "4?"]],
    ["is none where nobody has written", [], []],
  ])("%s", (_, comments, expected) => {
    expect(ask(...comments)).toEqual(expected);
  });
});
