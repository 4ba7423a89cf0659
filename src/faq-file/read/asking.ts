import type { Block } from "./blocks.ts";
import type { Asked, Draft } from "./draft.ts";

/** A block with the questions that it asks. */
export interface Asking {
  readonly block: Block;
  readonly asked: Asked | undefined;
  readonly items: readonly Draft[];
}
