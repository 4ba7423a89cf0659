import type { KnowledgeItem } from "../../core/knowledge.ts";

/**
 * A 32-bit hash of an item's title and texts, by which items with the same texts are found without reading them.
 */
export function fingerprint({ title, body, answer, code }: KnowledgeItem): number {
  let hash = 0x811c9dc5;
  for (const text of [title, body, answer, code]) {
    for (let i = 0; i < text.length; i++) hash = mix(hash, text.charCodeAt(i));
    // No code unit: where one text ends and the next begins is part of it.
    hash = mix(hash, 0x1_0000);
  }
  return (hash ^ (hash >>> 15)) >>> 0;
}

function mix(hash: number, value: number): number {
  const mixed = Math.imul(hash ^ value, 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
}
