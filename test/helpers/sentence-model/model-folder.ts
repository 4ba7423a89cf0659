import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onnxFile, type OnnxGraph, type OnnxNode } from "./onnx-file.ts";

/** Words of one meaning stand together: each topic is a direction of its own. */
export type Topics = readonly (readonly string[])[];

/**
 * How the model ends: with the vectors of its tokens, with one vector by their mean, or as static models do, which read
 * all texts in one row.
 */
export type Ending = "tokens" | "sentence" | "static";

export interface ModelFolderOptions {
  readonly topics?: Topics;
  readonly ending?: Ending;
  /** Files besides or instead of its own; `null` leaves one out. */
  readonly files?: Readonly<Record<string, string | Uint8Array | object | null>>;
}

export interface TestModelFolder {
  readonly folder: string;
  write(files: NonNullable<ModelFolderOptions["files"]>): Promise<void>;
  remove(): Promise<void>;
}

const marks = ["[PAD]", "[UNK]", "[CLS]", "[SEP]"];

export const usualTopics: Topics = [
  ["dark", "night", "black"],
  ["invoice", "bill", "receipt"],
];

/**
 * A folder with a sentence model as the hub has them, made for tests: a table with a row for each word. Marks and unknown
 * words have the row of zeros.
 */
export async function makeModelFolder(options: ModelFolderOptions = {}): Promise<TestModelFolder> {
  const { topics = usualTopics, ending = "tokens", files = {} } = options;
  const folder = await mkdtemp(join(tmpdir(), "frontdesk-model-"));
  const write: TestModelFolder["write"] = async (given) => {
    for (const [name, content] of Object.entries(given)) {
      const path = join(folder, name);
      await mkdir(dirname(path), { recursive: true });
      if (content === null) await rm(path, { force: true });
      else
        await writeFile(
          path,
          typeof content === "string" || content instanceof Uint8Array ? content : JSON.stringify(content),
        );
    }
  };
  await write({
    "config.json": { model_type: "bert", max_position_embeddings: 512 },
    "tokenizer.json": tokenizerOf(topics),
    "tokenizer_config.json": { model_max_length: 512, tokenizer_class: "BertTokenizer" },
    "1_Pooling/config.json": { word_embedding_dimension: topics.length, pooling_mode_mean_tokens: true },
    "onnx/model.onnx": modelOf(topics, ending),
    ...files,
  });
  return { folder, write, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** A row for each token: 1 where its topic is, and 0 elsewhere. */
export function tableOf(topics: Topics = usualTopics): Float32Array {
  const rows = [...marks.map(() => -1), ...topics.flatMap((words, topic) => words.map(() => topic))];
  return Float32Array.from(rows.flatMap((topic) => topics.map((_, at) => (at === topic ? 1 : 0))));
}

/** The bytes of a model that looks each token up in a table, which may lie in a file beside it. */
export function modelOf(topics: Topics = usualTopics, ending: Ending = "tokens", file?: string): Buffer {
  const width = topics.length;
  const data = tableOf(topics);
  const rest = endings(width)[ending];
  const table = { name: "table", shape: [data.length / width, width], data, ...(file !== undefined && { file }) };
  return onnxFile({ ...rest, weights: [table] });
}

/** Each as one of the usual exports has it. */
function endings(width: number): Readonly<Record<Ending, Omit<OnnxGraph, "weights">>> {
  const tokens = (name: string) => ({ name, type: "int64", shape: ["batch", "tokens"] }) as const;
  const inputs = ["input_ids", "attention_mask", "token_type_ids"].map(tokens);
  const lookUp: OnnxNode = { op: "Gather", inputs: ["table", "input_ids"], output: "last_hidden_state" };
  const hidden = { name: "last_hidden_state", type: "float32", shape: ["batch", "tokens", width] } as const;
  const sentence = { name: "sentence_embedding", type: "float32", shape: ["batch", width] } as const;
  return {
    tokens: { inputs, outputs: [hidden], nodes: [lookUp] },
    sentence: {
      inputs,
      outputs: [hidden, sentence],
      nodes: [
        lookUp,
        { op: "ReduceMean", inputs: [hidden.name], output: sentence.name, attributes: { axes: [1], keepdims: 0 } },
      ],
    },
    static: {
      inputs: [
        { name: "input_ids", type: "int64", shape: ["tokens"] },
        { name: "offsets", type: "int64", shape: ["batch"] },
      ],
      outputs: [{ name: "embeddings", type: "float32", shape: ["batch", width] }],
      nodes: [
        lookUp,
        { op: "ReduceMean", inputs: [hidden.name], output: "embeddings", attributes: { axes: [0], keepdims: 1 } },
      ],
    },
  };
}

/** As BERT's: https://huggingface.co/docs/tokenizers/pipeline */
export function tokenizerOf(topics: Topics = usualTopics): object {
  const words = [...marks, ...topics.flat()];
  const special = (id: number) => ({
    id,
    content: words[id],
    single_word: false,
    lstrip: false,
    rstrip: false,
    normalized: false,
    special: true,
  });
  const mark = (name: string) => ({ SpecialToken: { id: name, type_id: 0 } });
  return {
    version: "1.0",
    truncation: null,
    padding: null,
    added_tokens: marks.map((_, id) => special(id)),
    normalizer: {
      type: "BertNormalizer",
      clean_text: true,
      handle_chinese_chars: true,
      strip_accents: null,
      lowercase: true,
    },
    pre_tokenizer: { type: "BertPreTokenizer" },
    post_processor: {
      type: "TemplateProcessing",
      single: [mark("[CLS]"), { Sequence: { id: "A", type_id: 0 } }, mark("[SEP]")],
      pair: [],
      special_tokens: {
        "[CLS]": { id: "[CLS]", ids: [2], tokens: ["[CLS]"] },
        "[SEP]": { id: "[SEP]", ids: [3], tokens: ["[SEP]"] },
      },
    },
    decoder: null,
    model: {
      type: "WordPiece",
      unk_token: "[UNK]",
      continuing_subword_prefix: "##",
      max_input_chars_per_word: 100,
      vocab: Object.fromEntries(words.map((word, id) => [word, id])),
    },
  };
}
