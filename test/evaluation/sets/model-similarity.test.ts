import { expect, it, onTestFinished } from "vitest";
import { createFolderEmbedders } from "../../../src/embeddings/sentence-model/folder-embedders.ts";
import { rankEvaluationSet } from "../../../src/evaluation/sets/rank-evaluation-set.ts";
import { makeModelFolder } from "../../helpers/sentence-model/model-folder.ts";
import { OwnSet } from "./own-set.ts";

const docs = (id: string, title: string, date?: string) => ({ id: `docs:${id}`, kind: "docs", title, body: "", date });

async function model() {
  const { folder, remove } = await makeModelFolder();
  onTestFinished(remove);
  return createFolderEmbedders({ folder, maxQuestionMs: Number.POSITIVE_INFINITY });
}

it("finds what other words say, and of that only what came before the question", async () => {
  const set = new OwnSet(
    [docs("dark", "Dark theme"), docs("night", "Night shift", "2021-01-01"), docs("bill", "Your invoice")],
    [{ id: "q:1", title: "All in black", date: "2020-01-01" }],
  );
  await rankEvaluationSet(set, { top: 2 }, await model());
  expect(set.found()["q:1"]?.toSorted()).toEqual(["docs:dark", "docs:night"]);
  await rankEvaluationSet(set, { top: 1, isNowFromQuery: true }, await model());
  expect(set.found()).toEqual({ "q:1": ["docs:dark"] });
  await rankEvaluationSet(set, { top: 2 });
  expect(set.found()).toEqual({ "q:1": [] });
});

it.each(["question", "item"] as const)("ends with the reason where the model fails at a text: %s", async (kind) => {
  const set = new OwnSet([docs("dark", "Dark theme")], [{ id: "q:1", title: "Black" }]);
  const working = await model();
  const embed = async () => Promise.reject(new Error("out of memory"));
  const broken = { ...working, [kind]: { ...working[kind], embed } };
  await expect(rankEvaluationSet(set, { top: 1 }, broken)).rejects.toThrow("out of memory");
  expect(set.names()).not.toContain("run.jsonl");
});
