import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { z } from "zod";
import {
  ModelConfig,
  Modules,
  PoolingConfig,
  SentenceConfig,
  TokenizerConfig,
  TransformerConfig,
} from "./model-configs.ts";
import { ModelFault } from "./model-fault.ts";
import { type Pooling, readPooling } from "./pooling.ts";
import { type Prompts, readPrompts } from "./prompts.ts";

/** A folder with a sentence model, as its files say it is to be used. */
export interface ModelFolder {
  readonly folder: string;
  /** Path of the ONNX file. */
  readonly modelFile: string;
  readonly tokenizer: object;
  readonly tokenizerConfig: object;
  readonly pooling: Pooling;
  /** Whether a file said so; without one it is the mean. */
  readonly isPoolingNamed: boolean;
  readonly prompts: Prompts;
  /** Tokens that the model takes of a text, its own marks among them. */
  readonly maxTokens: number;
  /** Further layers behind the pooling, which are not in every ONNX file. */
  readonly layersBehind: readonly string[];
}

/** Where exports have the model, best first: https://huggingface.co/docs/transformers.js/custom_usage */
const modelFiles = ["onnx/model.onnx", "model.onnx", "onnx/model_quantized.onnx", "model_quantized.onnx"];

/** Longer texts are cut by what is sent to a model at all. */
const usualMaxTokens = 512;

const howToGet = "docs/explanation/search.md says how to get a model";

/** Reads all but the weights. Rejects with a `ModelFault` that says what is missing. */
export async function readModelFolder(folder: string): Promise<ModelFolder> {
  const found = await stat(folder).catch(() => undefined);
  if (found === undefined) throw new ModelFault(folder, `is not there: ${howToGet}`);
  if (!found.isDirectory()) throw new ModelFault(folder, `is a file; it must be the folder that the model is in`);
  const modelFile = await findModelFile(folder);
  const tokenizer = await readJson(folder, "tokenizer.json");
  if (tokenizer === undefined) {
    throw new ModelFault(folder, `has no tokenizer.json: it lies beside the model where that came from; ${howToGet}`);
  }
  const modules = Modules.safeParse(await readJson(folder, "modules.json")).data ?? [];
  const kindOf = (type: string) => type.slice(type.lastIndexOf(".") + 1);
  const pooling = await readPoolingOf(folder, modules.find(({ type }) => kindOf(type) === "Pooling")?.path);
  const prompts = readPrompts(
    SentenceConfig.parse((await readJson(folder, "config_sentence_transformers.json")) ?? {}),
  );
  if (pooling?.include_prompt === false && prompts.question + prompts.item !== "") {
    throw new ModelFault(folder, "leaves its prompts out of the pooling, which Frontdesk does not know");
  }
  const tokenizerConfig = (await readJson(folder, "tokenizer_config.json")) ?? {};
  return {
    folder,
    modelFile,
    tokenizer,
    tokenizerConfig,
    pooling: pooling?.way ?? "mean",
    isPoolingNamed: pooling !== undefined,
    prompts,
    maxTokens: await maxTokensOf(folder, tokenizerConfig),
    layersBehind: modules
      .map(({ type }) => kindOf(type))
      .filter((it) => !["Transformer", "Pooling", "Normalize", "StaticEmbedding"].includes(it)),
  };
}

async function findModelFile(folder: string): Promise<string> {
  for (const name of modelFiles) {
    const path = join(folder, name);
    const size = await stat(path).then(
      (it) => (it.isFile() ? it.size : undefined),
      () => undefined,
    );
    if (size === undefined) continue;
    // A clone without Git LFS has a few lines in place of each large file.
    const isPointer = size < 1_024 && (await readFile(path, "utf8")).startsWith("version https://git-lfs");
    if (!isPointer) return path;
    throw new ModelFault(folder, `has in place of ${name} a note of Git LFS: run "git lfs pull" in it`);
  }
  const others = (await readdir(folder)).filter((it) => /\.(?:safetensors|bin|gguf|h5|pt)$/u.test(it));
  const instead = others.length === 0 ? "" : `, but ${others.join(", ")}, which is of another kind`;
  throw new ModelFault(folder, `has none of ${modelFiles.join(", ")}${instead}: ${howToGet}`);
}

/** Undefined where no file says how to pool. */
async function readPoolingOf(folder: string, path = "1_Pooling") {
  const read = await readJson(folder, join(path, "config.json"));
  if (read === undefined) return undefined;
  const config = PoolingConfig.safeParse(read).data;
  const way = config ? readPooling(config) : { problem: `has a ${path}/config.json that is none` };
  if (typeof way !== "string") throw new ModelFault(folder, way.problem);
  return { way, include_prompt: config?.include_prompt };
}

/** The least of what the files name. */
async function maxTokensOf(folder: string, tokenizerConfig: object): Promise<number> {
  const read = async <Shape extends z.ZodType>(name: string, shape: Shape) =>
    shape.safeParse((await readJson(folder, name)) ?? {}).data;
  const config = await read("config.json", ModelConfig);
  const transformer = await read("sentence_bert_config.json", TransformerConfig);
  const { model_max_length: tokenizers } = TokenizerConfig.parse(tokenizerConfig);
  // RoBERTa and its kin count positions from 2 on: https://github.com/huggingface/transformers/issues/1363
  const counted = /roberta|camembert|mpnet/u.test(config?.model_type ?? "") ? 2 : 0;
  const positions = config?.max_position_embeddings;
  return Math.min(
    usualMaxTokens,
    transformer?.max_seq_length ?? tokenizers ?? usualMaxTokens,
    positions === undefined ? usualMaxTokens : positions - counted,
  );
}

/** Undefined where there is no such file. */
async function readJson(folder: string, name: string): Promise<object | undefined> {
  let text: string;
  try {
    text = await readFile(join(folder, name), "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw new ModelFault(folder, `has a ${name} that cannot be read: ${String(error)}`);
  }
  try {
    const read: unknown = JSON.parse(text);
    if (typeof read === "object" && read !== null) return read;
  } catch {
    // Said below, with what is no object.
  }
  throw new ModelFault(folder, `has a ${name} that is not JSON: get it anew from where the model came from`);
}
