import { describe, expect, it, onTestFinished } from "vitest";
import { quantise } from "../../../src/search/semantic/vector-index.ts";
import { openSentenceModel } from "../../../src/embeddings/sentence-model/open-sentence-model.ts";
import { readModelFolder } from "../../../src/embeddings/sentence-model/read-model-folder.ts";
import {
  makeModelFolder,
  modelOf,
  tableOf,
  usualTopics,
  type Ending,
  type ModelFolderOptions,
} from "../../helpers/sentence-model/model-folder.ts";
import { onnxFile, type OnnxGraph } from "../../helpers/sentence-model/onnx-file.ts";

async function open(options: ModelFolderOptions = {}) {
  const { folder, remove } = await makeModelFolder(options);
  onTestFinished(remove);
  const model = await openSentenceModel(await readModelFolder(folder));
  onTestFinished(() => model.close());
  return model;
}

/** The direction of a text's vector, in 127ths. */
const directionOf = async (model: Awaited<ReturnType<typeof open>>, text: string) => [
  ...quantise(await model.embed(text)),
];

const tokens = { name: "input_ids", type: "int64", shape: ["batch", "tokens"] } as const;
const table = { name: "table", shape: [10, 2], data: tableOf() };

/** A model of one operation, which gives what no sentence model gives. */
const oddModel = (graph: Partial<OnnxGraph>): Buffer =>
  onnxFile({
    inputs: [tokens],
    outputs: [{ name: "out", type: "float32", shape: ["batch", "tokens", 2] }],
    nodes: [{ op: "Gather", inputs: ["table", "input_ids"], output: "out" }],
    weights: [table],
    ...graph,
  });

describe("a sentence model", () => {
  it.each<Ending>(["tokens", "sentence", "static"])("tells meanings apart that ends with: %s", async (ending) => {
    const model = await open({ ending });
    expect(model.dimensions).toBe(2);
    expect(await directionOf(model, "Black, by NIGHT!")).toEqual([127, 0]);
    expect(await directionOf(model, "the receipt")).toEqual([0, 127]);
    expect(await directionOf(model, "a dark bill")).toEqual([90, 90]);
  });

  it("reads words alone where it is a static one, without the marks of sentences", async () => {
    expect(await (await open({ ending: "static" })).embed("dark bill")).toEqual(Float32Array.of(0.5, 0.5));
    expect(await (await open({ ending: "tokens" })).embed("dark bill")).toEqual(Float32Array.of(0.25, 0.25));
  });

  it.each(["", " ", "\u0000", "zzz 夜 🙂", "\uD800"])("is like nothing for %j", async (text) => {
    expect(await directionOf(await open(), text)).toEqual([0, 0]);
    expect(await directionOf(await open({ ending: "static" }), text)).toEqual([0, 0]);
  });

  it("gives one text the same vector each time, whatever it read before", async () => {
    const model = await open();
    const first = await model.embed("a dark bill");
    await model.embed("night ".repeat(3_000));
    expect(await model.embed("a dark bill")).toEqual(first);
  });

  it("reads as much of a text as it can", async () => {
    const model = await open({ files: { "sentence_bert_config.json": { max_seq_length: 6 } } });
    // Two marks leave room for four words.
    expect(await directionOf(model, "dark dark dark dark bill bill bill")).toEqual([127, 0]);
    expect(await directionOf(model, "dark dark dark bill bill bill bill")).toEqual([120, 40]);
  });

  it("keeps the mark at the end of a text that it cuts", async () => {
    const files = {
      "1_Pooling/config.json": { pooling_mode_lasttoken: true },
      "sentence_bert_config.json": { max_seq_length: 6 },
    };
    expect(await directionOf(await open({ files }), "dark ".repeat(50))).toEqual([0, 0]);
  });

  it("finds its weights in the file beside it", async () => {
    const data = tableOf();
    const model = await open({
      files: {
        "onnx/model.onnx": modelOf(usualTopics, "tokens", "model.onnx_data"),
        "onnx/model.onnx_data": new Uint8Array(data.buffer),
      },
    });
    expect(await directionOf(model, "black")).toEqual([127, 0]);
  });
});

describe("what is no sentence model", () => {
  it.each<[string, NonNullable<ModelFolderOptions["files"]>, RegExp]>([
    ["an empty file", { "onnx/model.onnx": "" }, /a model that cannot be loaded: .*does not have a graph/u],
    ["another file", { "onnx/model.onnx": "<html>" }, /a model that cannot be loaded: .*Protobuf parsing failed/u],
    [
      "half a file",
      { "onnx/model.onnx": modelOf().subarray(0, 200) },
      /a model that cannot be loaded: .*Protobuf parsing failed/u,
    ],
    [
      "a model without the file beside it",
      { "onnx/model.onnx": modelOf(usualTopics, "tokens", "model.onnx_data") },
      /a model that cannot be loaded: .*model\.onnx_data/u,
    ],
    [
      "a model that wants more than words",
      { "onnx/model.onnx": oddModel({ inputs: [tokens, { ...tokens, name: "past_key_values.0.key" }] }) },
      /asks for past_key_values\.0\.key, and only input_ids, .* are known/u,
    ],
    [
      "a model that wants decimals",
      {
        "onnx/model.onnx": oddModel({
          inputs: [{ ...tokens, type: "float32" }],
          nodes: [],
          outputs: [{ ...tokens, type: "float32" }],
        }),
      },
      /asks for input_ids/u,
    ],
    [
      "a model that gives whole numbers",
      {
        "onnx/model.onnx": oddModel({
          outputs: [{ name: "out", type: "int64", shape: ["batch", "tokens"] }],
          nodes: [{ op: "Mul", inputs: ["input_ids", "input_ids"], output: "out" }],
          weights: [],
        }),
      },
      /gives 1 × 3 for a text, and not vectors/u,
    ],
    [
      "a model that gives one number",
      {
        "onnx/model.onnx": oddModel({
          outputs: [{ name: "out", type: "float32", shape: [] }],
          nodes: [
            { op: "Gather", inputs: ["table", "input_ids"], output: "all" },
            { op: "ReduceMean", inputs: ["all"], output: "out", attributes: { keepdims: 0 } },
          ],
        }),
      },
      /gives nothing for a text/u,
    ],
    [
      "a model that judges or writes texts",
      {
        "onnx/model.onnx": oddModel({
          outputs: [{ name: "logits", type: "float32", shape: ["batch", "tokens", 2] }],
          nodes: [{ op: "Gather", inputs: ["table", "input_ids"], output: "logits" }],
        }),
      },
      /classifies or writes texts: it must be one for sentences/u,
    ],
    [
      "a model that fails",
      { "onnx/model.onnx": oddModel({ weights: [{ name: "table", shape: [1, 2], data: new Float32Array(2) }] }) },
      /a model that does not take a text: .*out of data bounds/u,
    ],
    [
      "a model that ends too early",
      { "modules.json": [{ path: "2_Dense", type: "sentence_transformers.models.Dense" }] },
      /ends before its Dense: export it with all its modules/u,
    ],
    ["a tokenizer of nothing", { "tokenizer.json": "{}" }, /a tokenizer\.json that cannot be used/u],
    [
      "a tokenizer of another kind",
      { "tokenizer.json": { added_tokens: [], model: { type: "Rhymes", vocab: {} } } },
      /a tokenizer\.json that cannot be used/u,
    ],
  ])("is refused: %s", async (_, files, reason) => {
    const fault = await open({ files }).catch((error: unknown) => error);
    expect(fault).toMatchObject({ name: "ModelFault", message: expect.stringMatching(reason) });
    expect(String(fault)).not.toContain("\n");
  });

  it("may end early where the export has the whole", async () => {
    const files = { "modules.json": [{ path: "2_Dense", type: "sentence_transformers.models.Dense" }] };
    expect((await open({ ending: "sentence", files })).dimensions).toBe(2);
  });
});
