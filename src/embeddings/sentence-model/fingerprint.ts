import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { ModelFolder } from "./read-model-folder.ts";

/** Raised when this code makes other vectors of the same files. */
const version = 1;

/**
 * Names all that the vectors depend on, so that those of another model are not taken for its own: the weights and the
 * tokenizer by what is in them, since copying changes their times, and what the other files were understood to say.
 */
export async function fingerprintOf(model: ModelFolder): Promise<string> {
  const { modelFile, tokenizer, tokenizerConfig, pooling, prompts, maxTokens } = model;
  const hash = createHash("sha256");
  hash.update(JSON.stringify([version, tokenizer, tokenizerConfig, pooling, prompts, maxTokens]));
  for (const path of await weightsOf(modelFile)) await pipeline(createReadStream(path), hash, { end: false });
  return `folder-${hash.digest("hex").slice(0, 32)}`;
}

/** The model and the files beside it that hold what did not fit in: `model.onnx_data`, `model.onnx.data`. */
async function weightsOf(modelFile: string): Promise<readonly string[]> {
  const folder = dirname(modelFile);
  const beside = (await readdir(folder)).filter((it) => it.startsWith(basename(modelFile)));
  return beside.toSorted().map((it) => join(folder, it));
}
