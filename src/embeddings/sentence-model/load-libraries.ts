import { ModelFault, reasonOf } from "./model-fault.ts";

/** The packages that a model takes. Frontdesk comes without them: they are 290 MB, and most run no model. */
export const packages = ["onnxruntime-node@1.30.0", "@huggingface/tokenizers@0.2.0"] as const;

/**
 * Without the variable the first downloads files for graphics cards, which are not used. Without `--save-prod` npm leaves
 * out, in a checkout of ours, what development has as well.
 */
const install = `ONNXRUNTIME_NODE_INSTALL=skip npm install --omit=dev --no-save --save-prod ${packages.join(" ")}`;

/** Rejects with a `ModelFault` that says how to install them. */
export async function loadLibraries(folder: string) {
  try {
    const [runtime, { Tokenizer }] = await Promise.all([import("onnxruntime-node"), import("@huggingface/tokenizers")]);
    // What fails is told by the errors; the library would write to the standard error, too.
    runtime.env.logLevel = "fatal";
    return { InferenceSession: runtime.InferenceSession, Tensor: runtime.Tensor, Tokenizer };
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === "ERR_MODULE_NOT_FOUND";
    throw new ModelFault(
      folder,
      isMissing
        ? `takes two packages that are not installed: ${install}`
        : `cannot be used on this machine: ${reasonOf(error)}`,
    );
  }
}
