import { openSentenceModel } from "./open-sentence-model.ts";
import { readModelFolder, type ModelFolder } from "./read-model-folder.ts";

/** What is known of a model that works. */
export interface ModelFacts extends Pick<ModelFolder, "modelFile" | "pooling" | "isPoolingNamed" | "maxTokens"> {
  readonly dimensions: number;
  /** What a text of full length takes on this machine, in milliseconds: the best of three. */
  readonly textMs: number;
}

/** About as much as is read of a page: 1,600 bytes. */
const longText = "How can I change the log level to debug? ".repeat(39);

/** Loads the model, has it read a text, and lets it go. Rejects with a `ModelFault` that says what is missing. */
export async function checkModelFolder(folder: string): Promise<ModelFacts> {
  const read = await readModelFolder(folder);
  const { modelFile, pooling, isPoolingNamed, maxTokens } = read;
  const model = await openSentenceModel(read);
  try {
    let textMs = Number.POSITIVE_INFINITY;
    for (let round = 0; round < 3; round++) {
      const from = performance.now();
      await model.embed(longText);
      textMs = Math.min(textMs, performance.now() - from);
    }
    return { modelFile, pooling, isPoolingNamed, maxTokens, dimensions: model.dimensions, textMs };
  } finally {
    await model.close();
  }
}
