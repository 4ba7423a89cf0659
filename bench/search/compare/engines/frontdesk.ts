import { EvaluationFinder } from "../../../../src/evaluation/sets/evaluation-finder.ts";
import type { Engine, EngineDeclaration } from "../engine.ts";

/** Ours, latent space and all. */
export const frontdesk: EngineDeclaration = {
  treatment: "as the app runs it, latent space included; it holds documents of all kinds",
  learnsFromAll: true,
  create: () => over(new EvaluationFinder()),
  restore: (snapshot) => over(EvaluationFinder.restore(Buffer.from(snapshot))),
};

function over(finder: EvaluationFinder): Engine {
  return {
    add: (items) => finder.add(items),
    finish: () => finder.fit(),
    search: (query, kind, top) => finder.answer(query, { top, kinds: new Set([kind]) }).results.map(({ id }) => id),
    save: () => finder.save(),
  };
}
