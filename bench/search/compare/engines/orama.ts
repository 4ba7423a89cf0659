import { type AnyOrama, create, insertMultiple, load, save, search } from "@orama/orama";
import { stopWords } from "../../../../src/search/words/stop-words.ts";
import { type Engine, type EngineDeclaration, postOf, textsOf } from "../engine.ts";

/** It matches beginnings of words, for which stemming is no gain: with its stemmer it found less. */
export const orama: EngineDeclaration = {
  treatment: "our stop words, titles count twice (six times is worse), any word may match",
  learnsFromAll: false,
  create: () => over(empty()),
  restore: (snapshot) => {
    const database = empty();
    load(database, JSON.parse(String(snapshot)) as Parameters<typeof load>[1]);
    return over(database);
  },
};

function empty(): AnyOrama {
  return create({
    schema: { title: "string", text: "string" },
    components: { tokenizer: { language: "english", stopWords: [...stopWords] } },
  });
}

function over(database: AnyOrama): Engine {
  return {
    add: async (items) => {
      await insertMultiple(database, items.map(textsOf), items.length);
    },
    search: async (query, _, limit) => {
      const { hits } = await search(database, { term: postOf(query), boost: { title: 2 }, limit });
      return hits.map(({ id }) => id);
    },
    save: () => JSON.stringify(save(database)),
  };
}
