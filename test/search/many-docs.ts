import type { KnowledgeItem } from "../../src/core/knowledge.ts";
import { docs } from "./lantern-docs.ts";

/** Items enough for a latent space: ten editions of the same docs. */
export const many: readonly KnowledgeItem[] = Array.from({ length: 10 }, (_, copy) =>
  docs.map((item) => ({
    ...item,
    id: `${item.id}-${copy}`,
    group: `${item.group}-${copy}`,
    body: `${item.body} Part ${copy}.`,
  })),
).flat();
