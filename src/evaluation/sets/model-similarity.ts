import type { Embedder, ItemVectors } from "../../core/finder.ts";
import type { KnowledgeItem, Question } from "../../core/knowledge.ts";
import { type QuestionSimilarity, SemanticSearch } from "../../search/semantic/semantic-search.ts";

/** A language model: one way to read questions, and one to read what may answer them. */
export interface Embedders {
  readonly question: Embedder;
  readonly item: Embedder;
}

/** How similar all documents are to a question, by the model. */
export type CompareByModel = (question: Question) => Promise<QuestionSimilarity>;

const set = { id: 0, owner: "", name: "", installation: 0 };

/**
 * Has a model read all documents of a set, as the app has it read items. Rejects with its reason where it fails, as the
 * comparing does: the app goes on without a model, and a measurement must not.
 */
export async function readByModel(items: readonly KnowledgeItem[], embedders: Embedders): Promise<CompareByModel> {
  const byId = new Map(items.map((it) => [it.id, it]));
  let failure = "the model failed";
  const semanticSearch = new SemanticSearch({
    questionEmbedder: embedders.question,
    itemEmbedder: embedders.item,
    store: keepsNothing,
    items: async (_, ids) => ids.flatMap((id) => byId.get(id) ?? []),
    clock: () => new Date(),
    log: { warn: ({ reason }: { readonly reason?: string }) => void (failure = reason ?? failure) },
  });
  const vectors = await semanticSearch.open(set);
  const states = items.map(({ id }) => ({ id, fingerprint: 0 }));
  if (vectors === undefined || !(await semanticSearch.embedItems(set, vectors, states))) throw new Error(failure);
  return async (question) => {
    const similarity = await semanticSearch.compare(vectors, question);
    if (similarity === undefined) throw new Error(failure);
    return similarity;
  };
}

/** The vectors live as long as the measurement. */
const keepsNothing: ItemVectors = {
  vectors: async () => [],
  keepVectors: async () => undefined,
  keepOnly: async () => undefined,
};
