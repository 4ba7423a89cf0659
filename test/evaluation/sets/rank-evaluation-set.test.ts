import { readFileSync, symlinkSync, lstatSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { rankEvaluationSet } from "../../../src/evaluation/sets/rank-evaluation-set.ts";
import type { AnswerOptions, RunLine } from "../../../src/evaluation/sets/evaluation-finder.ts";
import { OwnSet } from "./own-set.ts";

const docs = (id: string, title: string, more: object = {}) => ({
  id: `docs:${id}`,
  kind: "docs",
  title,
  body: `All about ${title}.`,
  ...more,
});
const thread = (id: string, title: string, more: object = {}) => ({
  id: `thread:${id}`,
  kind: "thread",
  title,
  body: `My question is about ${title}.`,
  ...more,
});

const answer = (set: OwnSet, options: Partial<AnswerOptions> = {}) => rankEvaluationSet(set, { top: 50, ...options });

describe("ranking a set", () => {
  it("writes a line for each question, best first, with scores and a confidence", async () => {
    const set = new OwnSet(
      [docs("cake", "Baking a cake"), docs("bread", "Baking bread"), docs("boat", "Building a boat")],
      [
        { id: "q:1", title: "How is a boat built?" },
        { id: "q:2", title: "Baking bread", body: null, split: "train" },
      ],
    );
    await answer(set);
    const lines = readFileSync(set.out, "utf8").trimEnd().split("\n");
    const [first, second, ...more] = lines.map((line): Record<string, unknown> => JSON.parse(line));
    expect(more).toEqual([]);
    expect(first).toEqual({
      query: "q:1",
      results: [{ id: "docs:boat", score: expect.any(Number), parts: expect.objectContaining({ lexical: 1 }) }],
      confidence: expect.any(Number),
    });
    expect(second).toMatchObject({ query: "q:2", results: [{ id: "docs:bread" }, { id: "docs:cake" }] });
  });

  it("tells what it took", async () => {
    const figures = await answer(new OwnSet([docs("a", "Anchors")], [{ id: "q:1", title: "Anchors" }]));
    expect(figures).toMatchObject({ build: { documents: 1 }, undated: 0 });
    expect(figures.answering).toHaveLength(1);
  });

  it("keeps each answer on a line, whatever its reader takes for the end of one", async () => {
    const set = new OwnSet([docs("a\u2028b\u2029c", "Anchors")], [{ id: "q:1\u2028", title: "Anchors" }]);
    await answer(set);
    const text = readFileSync(set.out, "utf8");
    expect(text.trimEnd().split(/[\n\r\u2028\u2029]/u)).toHaveLength(1);
    expect(set.found()).toEqual({ "q:1\u2028": ["docs:a\u2028b\u2029c"] });
  });

  it("finds nothing, surely, for a question without words of the corpus", async () => {
    const set = new OwnSet([docs("a", "Anchors")], [{ id: "q:1", title: "" }]);
    await answer(set);
    expect(readFileSync(set.out, "utf8")).toBe('{"query":"q:1","results":[],"confidence":0}\n');
  });

  it("finds only the kind asked for, and at most so many", async () => {
    const corpus = [
      docs("a", "Anchors"),
      docs("b", "Anchors of ships"),
      thread("7", "Anchors"),
      { ...docs("f", "Anchors?"), id: "faq:1", kind: "faq" },
    ];
    const set = new OwnSet(corpus, [{ id: "q:1", title: "Anchors" }]);
    await answer(set, { kinds: new Set(["faq"]) });
    expect(set.found()).toEqual({ "q:1": ["faq:1"] });
    await answer(set, { kinds: new Set(["thread"]) });
    expect(set.found()).toEqual({ "q:1": ["thread:7"] });
    await answer(set, { top: 2 });
    expect(set.found()["q:1"]).toHaveLength(2);
  });

  it("gives the same run again, byte for byte", async () => {
    const set = new OwnSet(
      Array.from({ length: 40 }, (_, i) => docs(String(i), `Anchors ${i % 5}`)),
      [{ id: "q:1", title: "Anchors 3", body: "Which of them?" }],
    );
    await answer(set);
    const first = readFileSync(set.out, "utf8");
    await answer(set);
    expect(readFileSync(set.out, "utf8")).toBe(first);
  });
});

describe("a question whose own thread is in the corpus", () => {
  const question = { id: "q:12", title: "Anchors drag in mud" };

  it.each(["thread:12", "issue:12"])("does not find %s", async (id) => {
    const set = new OwnSet([{ ...thread("", "Anchors drag in mud"), id }, thread("13", "Anchors drag")], [question]);
    await answer(set);
    expect(set.found()).toEqual({ "q:12": ["thread:13"] });
  });

  it("learns nothing from what was answered there", async () => {
    const corpus = (number: string) => [
      docs("sails", "Sails"),
      docs("mud", "Holding ground"),
      thread(number, "Anchors drag in mud", { links: ["docs:mud"] }),
    ];
    const own = new OwnSet(corpus("12"), [question]);
    await answer(own, { kinds: new Set(["docs"]) });
    expect(own.found()["q:12"]).not.toContain("docs:mud");
    const other = new OwnSet(corpus("13"), [question]);
    await answer(other, { kinds: new Set(["docs"]) });
    expect(other.found()["q:12"]?.[0]).toBe("docs:mud");
  });
});

describe("now from the query", () => {
  const corpus = [
    docs("undated", "Anchors"),
    thread("1", "Anchors drag", { date: "2020-01-01" }),
    thread("2", "Anchors drag", { date: "02/Feb/20 12:00" }),
    thread("3", "Anchors drag", { date: "2020-03-03T10:00:00Z" }),
  ];
  const seen = async (date: string | undefined, isNowFromQuery = true) => {
    const set = new OwnSet(corpus, [{ id: "q:9", title: "Anchors drag", date }]);
    const { undated } = await answer(set, { isNowFromQuery });
    return { found: set.found()["q:9"]?.sort(), undated };
  };
  const everything = ["docs:undated", "thread:1", "thread:2", "thread:3"];

  it.each([
    ["2019-12-31", ["docs:undated"]],
    ["2020-01-01", ["docs:undated"]],
    ["2020-02-02", ["docs:undated", "thread:1"]],
    ["2020-02-02T12:01", ["docs:undated", "thread:1", "thread:2"]],
    ["2020-03-03T12:00:01+02:00", everything],
  ])("on %s sees %j", async (date, found) => {
    expect(await seen(date)).toEqual({ found, undated: 0 });
  });

  it("sees everything where the question has no date, and says so", async () => {
    expect(await seen(undefined)).toEqual({ found: everything, undated: 1 });
  });

  it("sees everything unless told otherwise", async () => {
    expect(await seen("2019-12-31", false)).toEqual({ found: everything, undated: 0 });
  });

  it("learns nothing from what came later", async () => {
    const taught = [
      docs("mud", "Holding ground"),
      docs("sails", "Sails"),
      thread("1", "Anchors drag", { links: ["docs:mud"], date: "2020-01-01" }),
    ];
    const set = new OwnSet(taught, [
      { id: "q:8", title: "Anchors drag", date: "2019-06-01" },
      { id: "q:9", title: "Anchors drag", date: "2021-06-01" },
    ]);
    await answer(set, { kinds: new Set(["docs"]), isNowFromQuery: true });
    expect(set.found()["q:8"]).not.toContain("docs:mud");
    expect(set.found()["q:9"]?.[0]).toBe("docs:mud");
  });
});

describe("the words of earlier answers", () => {
  it("raise what has them, as a part of the score of its own", async () => {
    const corpus = [
      docs("frame", "Picture", { body: "Frames." }),
      docs("purge", "Picture", { body: "Purging." }),
      docs("boat", "Boat"),
      docs("bread", "Bread"),
      docs("cake", "Cake"),
      docs("rope", "Rope"),
      docs("sail", "Sail"),
      { id: "thread:1", kind: "thread", title: "Lost picture", body: "", answer: "Purge it." },
    ];
    const set = new OwnSet(corpus, [{ id: "q:9", title: "Picture lost", body: "" }]);
    await answer(set, { kinds: new Set(["docs"]) });
    const { results } = JSON.parse(readFileSync(set.out, "utf8")) as RunLine;
    expect(results.map(({ id, parts }) => [id, (parts.expansion ?? 0) > 0])).toEqual([
      ["docs:purge", true],
      ["docs:frame", false],
    ]);
  });
});

describe("what earlier answers linked to", () => {
  it.each([
    ["by id", "docs:mud", undefined],
    ["by address", "https://boats.example/mud.html", "https://boats.example/mud.html"],
    ["by id where it has an address", "docs:mud", "https://boats.example/mud.html"],
    ["by another way to write the address", "http://www.boats.example/mud", "https://boats.example/mud.html"],
  ])("is found %s, though it lacks the words", async (_, link, url) => {
    const set = new OwnSet(
      [thread("1", "Anchors drag", { links: [link] }), docs("sails", "Sails"), docs("mud", "Holding ground", { url })],
      [{ id: "q:9", title: "Anchors drag" }],
    );
    await answer(set, { kinds: new Set(["docs"]) });
    expect(set.found()["q:9"]?.[0]).toBe("docs:mud");
  });

  it("is the one section that an id names, also where all sections share the address of their page", async () => {
    const url = "https://boats.example/ground.html";
    const set = new OwnSet(
      [
        thread("1", "Anchors drag", { links: ["docs:ground#mud"] }),
        docs("ground#sand", "Sand", { url }),
        docs("ground#mud", "Mud", { url }),
      ],
      [{ id: "q:9", title: "Anchors drag" }],
    );
    await answer(set, { kinds: new Set(["docs"]) });
    expect(set.found()["q:9"]?.[0]).toBe("docs:ground#mud");
  });
});

describe("a set that is not as it should be", () => {
  const good = docs("a", "Anchors");
  const question = { id: "q:1", title: "Anchors" };
  const json = (...lines: unknown[]) =>
    lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n");

  it.each<[string, string | Uint8Array, string | Uint8Array, string]>([
    ["broken JSON", json(good, '{"id": '), json(question), "corpus.jsonl:2: is not JSON"],
    ["a line that is no object", json(good, "", "[1]"), json(question), "corpus.jsonl:3: must be a JSON object"],
    ["a missing id", json({ ...good, id: undefined }), json(question), "corpus.jsonl:1: id is missing"],
    ["an empty id", json({ ...good, id: "" }), json(question), "corpus.jsonl:1: id must not be empty"],
    ["a missing title", json({ ...good, title: undefined }), json(question), "corpus.jsonl:1: title is missing"],
    ["a missing body", json({ ...good, body: undefined }), json(question), "corpus.jsonl:1: body is missing"],
    ["a body that is no text", json({ ...good, body: 5 }), json(question), "corpus.jsonl:1: body must be text"],
    ["a missing kind", json({ ...good, kind: undefined }), json(question), "corpus.jsonl:1: kind is missing"],
    [
      "an unknown kind",
      json({ ...good, kind: "wiki" }),
      json(question),
      'corpus.jsonl:1: kind must be one of docs, faq, thread, not "wiki"',
    ],
    ["links that are no list", json({ ...good, links: "x" }), json(question), "corpus.jsonl:1: links must be a list"],
    ["a link that is no text", json({ ...good, links: [7] }), json(question), "corpus.jsonl:1: links.0 must be text"],
    [
      "an unreadable date",
      json(good, { ...good, id: "b", date: "soon" }),
      json(question),
      'corpus.jsonl:2: date "soon" is not a date',
    ],
    ["a day that there is not", json({ ...good, date: "2021-02-30" }), json(question), "corpus.jsonl:1: date"],
    [
      "an id that comes twice",
      json(good, question, good).replace(JSON.stringify(question), ""),
      json(question),
      'corpus.jsonl:3: the id "docs:a" stands on line 1 too',
    ],
    ["an empty corpus", "\n\n", json(question), "corpus.jsonl: is empty"],
    ["a corpus that is not UTF-8", Uint8Array.of(0x7b, 0xff, 0xfe), json(question), "corpus.jsonl: is not UTF-8"],
    ["broken JSON of a question", json(good), json(question, "{"), "queries.jsonl:2: is not JSON"],
    ["a question without a title", json(good), json({ id: "q:1" }), "queries.jsonl:1: title is missing"],
    ["a question's unreadable date", json(good), json({ ...question, date: "99/Foo/21" }), "queries.jsonl:1: date"],
    ["a question that comes twice", json(good), json(question, question), "queries.jsonl:2: the id"],
    ["no questions", json(good), "", "queries.jsonl: is empty"],
  ])("%s is told in one line, and nothing is written", async (_, corpus, queries, message) => {
    const set = new OwnSet(corpus, queries);
    const told = await answer(set).then(
      () => "nothing",
      (error: Error) => `${error.name}: ${error.message}`,
    );
    expect(told).toContain(`EvaluationSetError: ${set.folder}/${message}`);
    expect(told).not.toContain("\n");
    expect(set.names()).toEqual(["corpus.jsonl", "queries.jsonl"]);
  });

  it("leaves an older run as it was", async () => {
    const set = new OwnSet("{", json(question));
    writeFileSync(set.out, "older");
    await expect(answer(set)).rejects.toThrow("is not JSON");
    expect(readFileSync(set.out, "utf8")).toBe("older");
  });

  it.each([
    ["a corpus that is not there", (set: OwnSet) => ({ corpus: join(set.folder, "none") }), "there is no such file"],
    ["a folder for a corpus", (set: OwnSet) => ({ corpus: set.folder }), "is a folder"],
    ["results into no folder", (set: OwnSet) => ({ out: join(set.folder, "no", "run") }), "cannot be written (ENOENT)"],
    ["results in place of the corpus", (set: OwnSet) => ({ out: set.corpus }), "is read too, and would be lost"],
    ["results where a folder is", (set: OwnSet) => ({ out: set.folder }), "is a folder"],
  ])("tells of %s", async (_, other, message) => {
    const set = new OwnSet([good], [question]);
    const { corpus, queries, out } = set;
    await expect(rankEvaluationSet({ corpus, queries, out, ...other(set) }, { top: 1 })).rejects.toThrow(message);
    expect(set.names()).toEqual(["corpus.jsonl", "queries.jsonl"]);
  });
});

describe("the results' file", () => {
  it("stays a link where it is one", async () => {
    const set = new OwnSet([docs("a", "Anchors")], [{ id: "q:1", title: "Anchors" }]);
    const real = join(set.folder, "real.jsonl");
    writeFileSync(real, "older");
    symlinkSync(real, set.out);
    await answer(set);
    expect(lstatSync(set.out).isSymbolicLink()).toBe(true);
    expect(set.found()).toEqual({ "q:1": ["docs:a"] });
  });
});
