import { Document } from "flexsearch";
import { tokenize } from "../../../../src/search/words/tokenize.ts";
import { type Engine, type EngineDeclaration, postOf, textsOf } from "../engine.ts";

/** It has no term weights; titles come first, and `suggest` makes that not every word must match. */
export const flexsearch: EngineDeclaration = {
  treatment: "our tokenizer, stemmer and stop words, titles before texts, any word may match",
  learnsFromAll: false,
  create: () => over(empty()),
  restore: (snapshot) => {
    const parts = JSON.parse(String(snapshot)) as readonly (readonly [string, string])[];
    const index = empty();
    for (const [key, part] of parts) index.import(key, part);
    return over(index);
  },
};

function empty(): Document {
  return new Document({
    tokenize: "strict",
    encode: (text) => tokenize(text),
    document: { id: "id", index: ["title", "text"] },
  });
}

function over(index: Document): Engine {
  return {
    add: (items) => {
      for (const item of items) index.add({ ...textsOf(item) });
    },
    search: (query, _, limit) => {
      const found = index.search({ query: postOf(query), limit, suggest: true, merge: true });
      return found.slice(0, limit).map(({ id }) => String(id));
    },
    save: () => {
      const parts: [string, string][] = [];
      index.export((key, part) => void parts.push([key, part]));
      return JSON.stringify(parts);
    },
  };
}
