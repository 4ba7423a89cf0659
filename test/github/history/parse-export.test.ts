import { describe, expect, it } from "vitest";
import { parseExport } from "../../../src/github/history/parse-export.ts";
import { toPastThread } from "../../../src/github/history/to-past-thread.ts";

const discussion = (number: number, given: object = {}) => ({
  number,
  title: `Question ${number} with "quotes" and { [ brackets`,
  body: 'It says \\"no\\".\n\nWhy?',
  url: `https://github.com/acme/widgets/discussions/${number}`,
  createdAt: "2026-03-02T09:00:00Z",
  category: { name: "Q&A" },
  ...given,
});
const answer = (numbers: readonly number[]) => ({
  data: { repository: { discussions: { nodes: numbers.map((it) => discussion(it)) } } },
});
const one = (given: object) => JSON.stringify(discussion(1, given));

function numbersIn(text: string): unknown {
  const parsed = parseExport(text);
  return "problem" in parsed ? parsed.problem : parsed.discussions.map(({ number }) => number);
}

describe("an export", () => {
  it.each([
    ["an answer of GraphQL", JSON.stringify(answer([1, 2]))],
    ["the same without its data", JSON.stringify(answer([1, 2]).data)],
    ["answers one behind the other, as gh prints them", JSON.stringify(answer([1])) + JSON.stringify(answer([2]))],
    ["answers in a list, as gh prints them with --slurp", JSON.stringify([answer([1]), answer([2])])],
    ["a list of discussions", JSON.stringify([discussion(1), discussion(2)], null, 2)],
    ["a discussion a line", `${JSON.stringify(discussion(1))}\r\n${JSON.stringify(discussion(2))}\n`],
    ["a file with a byte order mark", `\uFEFF${JSON.stringify([discussion(1), discussion(2)])}`],
    ["lists with holes", JSON.stringify({ nodes: [discussion(1), null, discussion(2)] })],
    ["pages that overlap", JSON.stringify([answer([1, 2]), answer([2])])],
  ])("may be %s", (_, text) => {
    expect(numbersIn(text)).toEqual([1, 2]);
  });

  it("may be empty", () => {
    expect(numbersIn("")).toEqual([]);
    expect(numbersIn("[]")).toEqual([]);
  });

  it.each([
    ["words", "hello", "line 1 begins neither with { nor with ["],
    ["no JSON", `${one({})}\n{"number": 2,}`, /line 2 is not JSON$/],
    ["a file that ends early", `${one({})}\n\n${one({}).slice(0, 40)}`, "the value that begins on line 3 is cut short"],
    [
      "something else",
      '{"name":"widgets"}',
      "the value on line 1 is neither a discussion nor an answer that holds discussions",
    ],
    ["a list of words", '["a"]', "the value on line 1 is no discussion"],
    [
      "a refusal",
      '{"data":null,"errors":[{"message":"No such repository"}]}',
      "the value on line 1 is GitHub's refusal: No such repository",
    ],
    ["a date that is none", one({ createdAt: "yesterday" }), /^discussion 1 \(the value on line 1\): createdAt: /],
    ["a discussion without a body", `\n${one({ body: undefined })}`, /^discussion 1 \(the value on line 2\): body: /],
  ])("of %s is refused, with the place", (_, text, problem) => {
    expect(numbersIn(text)).toEqual(typeof problem === "string" ? problem : expect.stringMatching(problem));
  });
});

describe("a discussion of an export", () => {
  const read = (given: object) => {
    const parsed = parseExport(one(given));
    const [found] = "problem" in parsed ? [] : parsed.discussions;
    if (!found) throw new Error("It was not read");
    return toPastThread(found);
  };
  const said = { id: "C_1", body: "Yes.", createdAt: "2026-03-03T09:00:00Z", author: { login: "hana" } };

  it("is a thread with its answer, its comments and its dates", () => {
    const reply = { ...said, id: "C_2", createdAt: "2026-03-04T09:00:00Z" };
    const thread = read({
      author: { login: "ann", __typename: "User" },
      closed: true,
      closedAt: "2026-03-05T09:00:00Z",
      stateReason: "DUPLICATE",
      answer: { ...said, lastEditedAt: "2026-03-06T09:00:00Z" },
      answerChosenAt: "2026-03-04T09:00:00Z",
      labels: { nodes: [{ name: "help" }] },
      comments: { nodes: [{ ...said, replies: { nodes: [reply] } }] },
    });
    expect(thread).toMatchObject({
      category: { slug: "q-a", name: "Q&A", isAnswerable: true },
      author: { login: "ann", isBot: false },
      labels: ["help"],
      closed: "duplicate",
      closedAt: new Date("2026-03-05T09:00:00Z"),
      answeredAt: new Date("2026-03-04T09:00:00Z"),
      answerEditedAt: new Date("2026-03-06T09:00:00Z"),
      comments: [{ id: "C_1" }, { id: "C_2" }],
      isPartial: false,
    });
  });

  it("needs little more than title and body", () => {
    expect(read({})).toMatchObject({ number: 1, comments: [], labels: [], locked: false });
  });

  it("knows that comments are missing", () => {
    expect(read({ comments: { pageInfo: { hasNextPage: true }, nodes: [] } }).isPartial).toBe(true);
    const replies = { pageInfo: { hasNextPage: true }, nodes: [] };
    expect(read({ comments: { nodes: [{ ...said, replies }] } }).isPartial).toBe(true);
  });

  it("is not ours because we read it: whoever made the export may have written the answer", () => {
    expect(read({ answer: { ...said, viewerDidAuthor: true } }).answer?.isOurs).toBe(false);
  });
});
