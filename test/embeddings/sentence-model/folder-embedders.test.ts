import { utimes } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { createFolderEmbedders } from "../../../src/embeddings/sentence-model/folder-embedders.ts";
import { quantise } from "../../../src/search/semantic/vector-index.ts";
import { makeModelFolder, modelOf, type ModelFolderOptions } from "../../helpers/sentence-model/model-folder.ts";

async function made(options: ModelFolderOptions = {}) {
  const folder = await makeModelFolder(options);
  onTestFinished(folder.remove);
  return folder;
}
const embeddersOf = (folder: string, stopwatch?: () => number) =>
  createFolderEmbedders({ folder, maxQuestionMs: 2_000, ...(stopwatch && { stopwatch }) });

describe("a model in the process", () => {
  it("gives a vector a text, in their order", async () => {
    const { item } = embeddersOf((await made()).folder);
    const vectors = await item.embed(["a bill", "the night", "neither"]);
    expect(vectors.map((it) => [...quantise(it)])).toEqual([
      [0, 127],
      [127, 0],
      [0, 0],
    ]);
    expect(await item.embed([])).toEqual([]);
  });

  it("puts in front of questions and items what it was trained with", async () => {
    const prompts = { query: "dark ", document: "bill " };
    const { question, item } = embeddersOf(
      (await made({ files: { "config_sentence_transformers.json": { prompts } } })).folder,
    );
    const directionOf = async ([vector]: readonly Float32Array[]) => [...quantise(vector ?? new Float32Array())];
    expect(await directionOf(await question.embed(["it"]))).toEqual([127, 0]);
    expect(await directionOf(await item.embed(["it"]))).toEqual([0, 127]);
  });

  it("has one name for both, which copies of it have as well", async () => {
    const folder = await made();
    const { question, item } = embeddersOf(folder.folder);
    const name = await item.name();
    expect(await question.name()).toBe(name);
    await utimes(join(folder.folder, "onnx/model.onnx"), 1, 1);
    expect(await embeddersOf((await made()).folder).item.name()).toBe(name);
    expect(await embeddersOf(folder.folder).item.name()).toBe(name);
  });

  it.each<[string, NonNullable<ModelFolderOptions["files"]>]>([
    ["weights", { "onnx/model.onnx": modelOf([["dark"], ["night", "black", "invoice", "bill", "receipt"]]) }],
    ["a file beside its weights", { "onnx/model.onnx_data": "x" }],
    ["a tokenizer", { "tokenizer_config.json": { model_max_length: 512, do_lower_case: false } }],
    ["a pooling", { "1_Pooling/config.json": { pooling_mode_max_tokens: true } }],
    ["a length", { "sentence_bert_config.json": { max_seq_length: 256 } }],
    ["a prompt", { "config_sentence_transformers.json": { prompts: { query: "query: " } } }],
  ])("has another name with another one of: %s", async (_, files) => {
    const usual = await embeddersOf((await made()).folder).item.name();
    expect(await embeddersOf((await made({ files })).folder).item.name()).not.toBe(usual);
  });

  it("looks at the folder again after a failure", async () => {
    const folder = await made({ files: { "onnx/model.onnx": "half" } });
    const { item } = embeddersOf(folder.folder);
    await expect(item.name()).rejects.toThrow("cannot be loaded");
    await expect(item.embed(["bill"])).rejects.toThrow("cannot be loaded");
    await folder.write({ "onnx/model.onnx": modelOf() });
    expect(await item.embed(["bill"])).toHaveLength(1);
  });

  it("stays as it was loaded, whatever becomes of the folder", async () => {
    const folder = await made();
    const { item } = embeddersOf(folder.folder);
    const name = await item.name();
    await folder.remove();
    expect(await item.embed(["bill"])).toHaveLength(1);
    expect(await item.name()).toBe(name);
  });

  it("is too slow for questions that it takes longer over than an asker waits, loading not counted", async () => {
    const { folder } = await made();
    let now = 0;
    const { question, item } = embeddersOf(folder, () => (now += 2_000));
    expect(await question.embed(["bill"])).toHaveLength(1);
    const slow = embeddersOf(folder, () => (now += 2_001));
    await expect(slow.question.embed(["bill"])).rejects.toThrow("took 2001 ms for a question, and may take 2000");
    expect(await item.embed(["bill"])).toHaveLength(1);
  });
});
