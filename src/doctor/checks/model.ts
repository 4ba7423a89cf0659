import { ok, problem, warning, type Finding } from "../finding.ts";

const check = "model";

/** What came of trying the sentence model in the folder that the settings name. */
export type ModelLook =
  | { readonly fault: string }
  | {
      readonly modelFile: string;
      readonly dimensions: number;
      readonly pooling: string;
      /** Whether the model's own files say how it pools. */
      readonly isPoolingNamed: boolean;
      readonly maxTokens: number;
      /** What a text of full length takes, in milliseconds. */
      readonly textMs: number;
    };

/** A slower one holds up every question, and what else is found meanwhile. */
const slowMs = 500;

/** Whether the model in the process works, and how long it takes. Nothing where none is named. */
export function checkModel(look: ModelLook | undefined): readonly Finding[] {
  if (look === undefined) return [];
  if ("fault" in look) {
    return [
      problem(
        check,
        `EMBEDDINGS_MODEL: ${look.fault}.`,
        "Frontdesk does not start so. docs/explanation/search.md says how to get a model.",
      ),
    ];
  }
  const { modelFile, dimensions, pooling, isPoolingNamed, maxTokens, textMs } = look;
  const ms = textMs < 10 ? textMs.toFixed(1) : String(Math.round(textMs));
  const says = `${modelFile} makes vectors of ${dimensions} numbers by ${pooling} of at most ${maxTokens} tokens; a long text takes ${ms} ms.`;
  if (textMs > slowMs) {
    return [warning(check, says, "Each question waits for it. Take a smaller model, or its quantized file.")];
  }
  if (!isPoolingNamed) {
    return [
      ok(check, `${says} No 1_Pooling/config.json says how it pools, so it is taken for one that wants the mean.`),
    ];
  }
  return [ok(check, says)];
}
