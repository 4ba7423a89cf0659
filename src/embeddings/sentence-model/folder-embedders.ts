import type { Embedder } from "../../core/finder.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { openSentenceModel, type SentenceModel } from "./open-sentence-model.ts";
import type { Prompts } from "./prompts.ts";
import { readModelFolder } from "./read-model-folder.ts";

export interface FolderEmbeddersOptions {
  /** The folder with the model and its tokenizer. */
  readonly folder: string;
  /** How long a question may take, in milliseconds: with a slower model its asker waits too long. */
  readonly maxQuestionMs: number;
  /** A clock that never goes back, in milliseconds. */
  readonly stopwatch?: () => number;
}

interface Opened {
  readonly name: string;
  readonly model: SentenceModel;
  readonly prompts: Prompts;
}

/**
 * Vectors by a model in this process, which is loaded when it is first asked for, and asks nothing of any network.
 * While a text is read, the thread does nothing else, so they are read one by one: whatever waits goes between two.
 *
 * Both reject with a `ModelFault` where the folder holds no such model; the next call looks again.
 */
export function createFolderEmbedders(options: FolderEmbeddersOptions): {
  readonly question: Embedder;
  readonly item: Embedder;
} {
  const { folder, maxQuestionMs, stopwatch = () => performance.now() } = options;
  let opened: Promise<Opened> | undefined;
  const open = () => {
    opened ??= openFolder(folder).catch((error: unknown) => {
      opened = undefined;
      throw error;
    });
    return opened;
  };
  const name = async () => (await open()).name;
  const embed = async (kind: keyof Prompts, texts: readonly string[]) => {
    const { model, prompts } = await open();
    const vectors: Float32Array[] = [];
    for (const text of texts) vectors.push(await model.embed(prompts[kind] + text));
    return vectors;
  };
  return {
    item: { name, embed: (texts) => embed("item", texts) },
    question: {
      name,
      async embed(texts) {
        // What loading takes is not the model's pace.
        await open();
        const from = stopwatch();
        const vectors = await embed("question", texts);
        const took = Math.round(stopwatch() - from);
        if (took <= maxQuestionMs) return vectors;
        throw new Error(`The model took ${took} ms for a question, and may take ${maxQuestionMs}`);
      },
    },
  };
}

async function openFolder(folder: string): Promise<Opened> {
  const read = await readModelFolder(folder);
  return { name: await fingerprintOf(read), model: await openSentenceModel(read), prompts: read.prompts };
}
