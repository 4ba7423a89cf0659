import { SetFinder } from "../../../../src/search-sets/set-finder.ts";
import type { Engine, EngineDeclaration } from "../engine.ts";

/** Ours, latent space and all. */
export const frontdesk: EngineDeclaration = {
  treatment: "as the app runs it, latent space included; it holds documents of all kinds",
  learnsFromAll: true,
  create: () => over(new SetFinder()),
  restore: (snapshot) => over(SetFinder.restore(Buffer.from(snapshot))),
};

function over(finder: SetFinder): Engine {
  return {
    add: (items) => finder.add(items),
    finish: () => finder.learn(),
    search: (query, kind, top) => finder.answer(query, { top, kinds: new Set([kind]) }).results.map(({ id }) => id),
    save: () => finder.save(),
  };
}
