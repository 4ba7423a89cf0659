import type { InferenceSession, OnnxValue, Tensor } from "onnxruntime-node";
import { loadLibraries } from "./load-libraries.ts";
import { ModelFault, reasonOf } from "./model-fault.ts";
import { pool, type Pooling } from "./pooling.ts";
import type { ModelFolder } from "./read-model-folder.ts";
import { createTokenReader } from "./token-reader.ts";

/** A model in memory. */
export interface SentenceModel {
  readonly dimensions: number;
  /** The vector of one text, which is cut to what the model takes. The thread does nothing else meanwhile. */
  embed(text: string): Promise<Float32Array>;
  /** Gives back its memory. */
  close(): Promise<void>;
}

/**
 * One thread, so that the rest of the machine stays with the app: a text at a time took no more processor than many
 * together (docs/decisions/0046-a-model-in-the-process.md). Patterns of memory are made for texts of one length.
 */
const sessionOptions: InferenceSession.SessionOptions = {
  executionProviders: ["cpu"],
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  enableMemPattern: false,
  logSeverityLevel: 4,
};

type MakeTensor = (type: "int64" | "int32", data: BigInt64Array | Int32Array, shape: readonly number[]) => Tensor;

/** Rejects with a `ModelFault` where the files are no sentence model. */
export async function openSentenceModel(model: ModelFolder): Promise<SentenceModel> {
  const { folder, modelFile, layersBehind, pooling } = model;
  const { InferenceSession: Session, Tensor: TensorOf, Tokenizer } = await loadLibraries(folder);
  const failed = (what: string) => (error: unknown) => {
    throw error instanceof ModelFault ? error : new ModelFault(folder, `${what}: ${reasonOf(error)}`);
  };
  // By its path, since weights may lie beside it.
  const session = await Session.create(modelFile, sessionOptions).catch(failed("has a model that cannot be loaded"));
  try {
    const makeTensor: MakeTensor = (type, data, shape) => new TensorOf(type, data, shape);
    const inputs = inputsOf(session, folder);
    const isStatic = inputs.some(({ name }) => name === "offsets");
    const readTokens = createTokenReader(model, Tokenizer, { marks: !isStatic });
    const read = async (ids: readonly number[]): Promise<Float32Array> => {
      const feeds = Object.fromEntries(inputs.map((it) => [it.name, feed(it, ids, makeTensor)]));
      return toVector(await session.run(feeds), { folder, pooling, layersBehind });
    };
    const { length } = await read(readTokens("word")).catch(failed("has a model that does not take a text"));
    return {
      dimensions: length,
      async embed(text) {
        const ids = readTokens(text);
        // A text without a word that the model knows is like nothing.
        return ids.length === 0 ? new Float32Array(length) : read(ids);
      },
      close: () => session.release(),
    };
  } catch (error) {
    await session.release();
    throw error;
  }
}

interface Input {
  readonly name: string;
  readonly type: "int64" | "int32";
  /** Numbers in its shape; 1 where all texts stand in one row. */
  readonly rank: number;
}

const knownInputs = ["input_ids", "attention_mask", "token_type_ids", "position_ids", "offsets"];

function inputsOf(session: InferenceSession, folder: string): readonly Input[] {
  return session.inputMetadata.map((it) => {
    const type = it.isTensor ? it.type : undefined;
    if (!it.isTensor || !knownInputs.includes(it.name) || (type !== "int64" && type !== "int32")) {
      const known = knownInputs.join(", ");
      throw new ModelFault(
        folder,
        `has a model that asks for ${it.name}, and only ${known} are known: it must be one for sentences`,
      );
    }
    return { name: it.name, type, rank: it.shape.length };
  });
}

function feed({ name, type, rank }: Input, ids: readonly number[], makeTensor: MakeTensor): Tensor {
  const values =
    {
      input_ids: ids,
      attention_mask: ids.map(() => 1),
      token_type_ids: ids.map(() => 0),
      position_ids: ids.map((_, at) => at),
      // Where each text begins in the row: https://github.com/MinishLab/model2vec/blob/main/scripts/export_to_onnx.py
      offsets: [0],
    }[name] ?? [];
  const data = type === "int64" ? BigInt64Array.from(values, BigInt) : Int32Array.from(values);
  return makeTensor(type, data, rank === 1 ? [values.length] : [1, values.length]);
}

/**
 * Exports with the pooling inside name their output so, or have one without tokens; of others the vectors of tokens are
 * pooled.
 */
function toVector(
  outputs: InferenceSession.OnnxValueMapType,
  { folder, pooling, layersBehind }: Pick<ModelFolder, "folder" | "layersBehind"> & { readonly pooling: Pooling },
): Float32Array {
  const names = ["sentence_embedding", "last_hidden_state", "token_embeddings"];
  const name = names.find((it) => outputs[it] !== undefined) ?? Object.keys(outputs)[0] ?? "";
  // What classifies, compares two texts or writes on calls its output so: its numbers are no place of a text.
  if (name === "logits") {
    throw new ModelFault(folder, "has a model that classifies or writes texts: it must be one for sentences");
  }
  const output = outputs[name];
  const { dims = [], data } = tensorOf(output);
  const [texts, tokens = 0, width = 0] = dims;
  if (data === undefined || texts !== 1 || (dims.length !== 2 && dims.length !== 3)) {
    throw new ModelFault(
      folder,
      `has a model that gives ${dims.join(" × ") || "nothing"} for a text, and not vectors of tokens or one vector: it must be one for sentences`,
    );
  }
  if (dims.length === 2) return Float32Array.from(data);
  if (layersBehind.length > 0) {
    throw new ModelFault(
      folder,
      `has a model that ends before its ${layersBehind.join(", ")}: export it with all its modules (optimum-cli export onnx --library-name sentence_transformers)`,
    );
  }
  return pool(data, tokens, width, pooling);
}

function tensorOf(value: OnnxValue | undefined) {
  const isFloat = value?.type === "float32" || value?.type === "float16";
  return { dims: value?.dims, data: isFloat ? (value.data as ArrayLike<number> & Iterable<number>) : undefined };
}
