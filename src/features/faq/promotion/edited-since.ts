import type { EditedAnswer, Promotion } from "./promotion.ts";
import { isUnfit, type Promotable, type Unfit } from "./promotable-answer.ts";

/**
 * Who made the answer say something else than what somebody asked to have in the FAQ, and when. Undefined where it says
 * the same, and where there is none any more: that an entry goes brings nobody's words into the repository.
 */
export function editedSince(
  { wanted }: Promotion,
  promotable: Promotable | Unfit | undefined,
): Omit<EditedAnswer, "isIn"> | undefined {
  if (promotable === undefined || isUnfit(promotable) || promotable.digest === wanted) return undefined;
  const { url, author, createdAt, edited } = promotable.answer;
  const by = edited === undefined ? author?.login : edited.by;
  return { url, at: (edited?.at ?? createdAt).toISOString(), ...(by !== undefined && { by }) };
}

/** Whether two say the same of the same edit. */
export function isSameEdit(one: EditedAnswer | undefined, other: EditedAnswer | undefined): boolean {
  return one?.url === other?.url && one?.at === other?.at && one?.by === other?.by && one?.isIn === other?.isIn;
}
