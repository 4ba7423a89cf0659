import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { readModelFolder } from "../../../src/embeddings/sentence-model/read-model-folder.ts";
import { makeModelFolder, modelOf, type ModelFolderOptions } from "../../helpers/sentence-model/model-folder.ts";

async function made(options: ModelFolderOptions = {}): Promise<string> {
  const { folder, remove } = await makeModelFolder(options);
  onTestFinished(remove);
  return folder;
}
const read = async (files: NonNullable<ModelFolderOptions["files"]>) => readModelFolder(await made({ files }));

// As `git clone` leaves a large file without Git LFS: https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md
const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${"0".repeat(64)}\nsize 90387606\n`;

describe("a folder of a model", () => {
  it.each<[string, NonNullable<ModelFolderOptions["files"]>, string]>([
    ["as exports have it", {}, "onnx/model.onnx"],
    ["beside its tokenizer", { "onnx/model.onnx": null, "model.onnx": modelOf() }, "model.onnx"],
    ["whole and quantized", { "onnx/model_quantized.onnx": modelOf() }, "onnx/model.onnx"],
    [
      "quantized alone",
      { "onnx/model.onnx": null, "onnx/model_quantized.onnx": modelOf() },
      "onnx/model_quantized.onnx",
    ],
  ])("has the model %s", async (_, files, name) => {
    const folder = await made({ files });
    expect((await readModelFolder(folder)).modelFile).toBe(join(folder, name));
  });

  it.each<[string, NonNullable<ModelFolderOptions["files"]>, RegExp]>([
    [
      "without a model",
      { "onnx/model.onnx": null },
      /has none of onnx\/model\.onnx, model\.onnx, .*: docs\/explanation\/search\.md says how to get/u,
    ],
    [
      "with weights of another kind",
      { "onnx/model.onnx": null, "model.safetensors": "x" },
      /but model\.safetensors, which is of another kind/u,
    ],
    ["cloned without its large files", { "onnx/model.onnx": pointer }, /a note of Git LFS: run "git lfs pull"/u],
    ["without a tokenizer", { "tokenizer.json": null }, /has no tokenizer\.json/u],
    ["with half a tokenizer", { "tokenizer.json": '{"version": ' }, /a tokenizer\.json that is not JSON/u],
    ["with a web page for a tokenizer", { "tokenizer.json": "<html>" }, /a tokenizer\.json that is not JSON/u],
    ["with a number for a config", { "config.json": "7" }, /a config\.json that is not JSON/u],
    [
      "that pools two ways at once",
      { "1_Pooling/config.json": { pooling_mode_mean_tokens: true, pooling_mode_max_tokens: true } },
      /pools by mean_tokens and max_tokens, which Frontdesk does not know/u,
    ],
    [
      "that pools as nobody knows",
      { "1_Pooling/config.json": { pooling_mode: "attention" } },
      /pools by attention, which/u,
    ],
    [
      "that pools without its prompts",
      {
        "1_Pooling/config.json": { pooling_mode_mean_tokens: true, include_prompt: false },
        "config_sentence_transformers.json": { prompts: { query: "Represent: " } },
      },
      /leaves its prompts out of the pooling/u,
    ],
  ])("is refused %s, in one line", async (_, files, reason) => {
    const folder = await made({ files });
    const fault = await readModelFolder(folder).catch((error: unknown) => error);
    expect(fault).toMatchObject({ name: "ModelFault", message: expect.stringMatching(reason) });
    expect(String(fault)).toContain(folder);
    expect(String(fault)).not.toContain("\n");
  });

  it("is refused where it is not, or is a file", async () => {
    const folder = await made();
    await expect(readModelFolder(join(folder, "none"))).rejects.toThrow(
      /none is not there: docs\/explanation\/search\.md/u,
    );
    await expect(readModelFolder(join(folder, "config.json"))).rejects.toThrow(/is a file; it must be the folder/u);
  });

  it.each([
    ["by flags", { pooling_mode_cls_token: true, pooling_mode_mean_tokens: false }, "cls"],
    ["by the last token", { pooling_mode_lasttoken: true }, "lasttoken"],
    ["by a name", { embedding_dimension: 384, pooling_mode: "mean" }, "mean"],
    ["by the root of the length, which changes no direction", { pooling_mode_mean_sqrt_len_tokens: true }, "mean"],
  ])("says how to pool %s", async (_, config, pooling) => {
    expect(await read({ "1_Pooling/config.json": config })).toMatchObject({ pooling, isPoolingNamed: true });
  });

  it("pools where its list of modules says, and by the mean where nothing says", async () => {
    expect(
      await read({
        "modules.json": [{ idx: 1, name: "1", path: "other", type: "sentence_transformers.models.Pooling" }],
        "other/config.json": { pooling_mode_max_tokens: true },
      }),
    ).toMatchObject({ pooling: "max" });
    expect(await read({ "1_Pooling/config.json": null })).toMatchObject({ pooling: "mean", isPoolingNamed: false });
  });

  it("names layers behind the pooling, which an export may lack", async () => {
    const modules = ["Transformer", "Pooling", "Dense", "Normalize"].map((type) => ({
      path: type === "Pooling" ? "1_Pooling" : "",
      type: `sentence_transformers.models.${type}`,
    }));
    expect(await read({ "modules.json": modules })).toMatchObject({ layersBehind: ["Dense"] });
  });

  it.each([
    ["those of questions and passages", { query: "query: ", passage: "passage: " }, "query: ", "passage: "],
    ["a document's before a passage's", { passage: "p: ", document: "d: " }, "", "d: "],
    ["those of tasks", { search_query: "q: ", search_document: "d: " }, "q: ", "d: "],
    ["none for other tasks", { clustering: "c: " }, "", ""],
  ])("has prompts: %s", async (_, prompts, question, item) => {
    expect(await read({ "config_sentence_transformers.json": { prompts } })).toMatchObject({
      prompts: { question, item },
    });
  });

  it("has a prompt for all where it names one as the usual", async () => {
    const config = { prompts: { document: "d: ", any: "a: " }, default_prompt_name: "any" };
    expect(await read({ "config_sentence_transformers.json": config })).toMatchObject({
      prompts: { question: "a: ", item: "d: " },
    });
    const none = { prompts: {}, default_prompt_name: null };
    expect(await read({ "config_sentence_transformers.json": none })).toMatchObject({
      prompts: { question: "", item: "" },
    });
  });

  it.each<[string, NonNullable<ModelFolderOptions["files"]>, number]>([
    ["what it was trained with", { "sentence_bert_config.json": { max_seq_length: 256 } }, 256],
    ["what its tokenizer says", { "tokenizer_config.json": { model_max_length: 128 } }, 128],
    ["512, where there is no limit", { "tokenizer_config.json": { model_max_length: 1e30 } }, 512],
    ["512, where nothing says", { "tokenizer_config.json": null, "config.json": null }, 512],
    [
      "its positions, two less with RoBERTa",
      { "config.json": { model_type: "xlm-roberta", max_position_embeddings: 130 } },
      128,
    ],
    [
      "no more than its positions",
      {
        "config.json": { model_type: "bert", max_position_embeddings: 64 },
        "sentence_bert_config.json": { max_seq_length: 256 },
      },
      64,
    ],
    [
      "what its tokenizer says, where its own limit is null",
      { "sentence_bert_config.json": { max_seq_length: null } },
      512,
    ],
  ])("takes as many tokens as: %s", async (_, files, maxTokens) => {
    expect(await read(files)).toMatchObject({ maxTokens });
  });
});
