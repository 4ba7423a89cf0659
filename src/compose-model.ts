import { CommandError } from "./cli/command-error.ts";
import { checkModelFolder, type ModelFacts } from "./embeddings/sentence-model/check-model-folder.ts";
import { createFolderEmbedders } from "./embeddings/sentence-model/folder-embedders.ts";
import { ModelFault } from "./embeddings/sentence-model/model-fault.ts";
import type { Settings } from "./config/settings.ts";

/**
 * Tries the model of the folder that the settings name, and lets it go again: what it lacks is told at the start, and not
 * with the first question. Undefined where no folder is named; a fault in words where it cannot be used.
 */
export async function tryModel({
  embeddings,
}: Pick<Settings, "embeddings">): Promise<ModelFacts | { readonly fault: string } | undefined> {
  if (embeddings === undefined || !("folder" in embeddings)) return undefined;
  try {
    return await checkModelFolder(embeddings.folder);
  } catch (error) {
    if (error instanceof ModelFault) return { fault: error.message };
    throw error;
  }
}

/** The model of a folder, for measuring: it may take its time. Rejects with a `CommandError` where there is none. */
export async function openModel(folder: string) {
  const embedders = createFolderEmbedders({ folder, maxQuestionMs: Number.POSITIVE_INFINITY });
  try {
    await embedders.item.name();
  } catch (error) {
    throw error instanceof ModelFault ? new CommandError(error.message) : error;
  }
  return embedders;
}
