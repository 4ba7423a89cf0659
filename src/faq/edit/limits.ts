import { cutPieces } from "../../text/cut-pieces.ts";
import type { Refusal } from "../refusal.ts";

/** The longest file that is edited, in UTF-16 units: a FAQ of some two thousand entries. It takes a few seconds. */
export const longestFile = 1_500_000;

/**
 * The longest part of it without a heading or other place where it can be cut to be read; see `cutPieces`. The parser's
 * time grows with the square of the number of lists in it.
 */
const longestPart = 250_000;

/** The longest answer, in UTF-16 units: the longest that GitHub lets people post. */
export const longestAnswer = 65_536;

/** Whether a file, or the answer for it, is too long to be edited. */
export function tooLong(text: string, answer = ""): Refusal | undefined {
  if (text.length > longestFile) return { refused: `the file is longer than ${longestFile} characters` };
  const cuts = [0, ...cutPieces(text), text.length];
  if (cuts.some((cut, i) => cut - (cuts[i - 1] ?? 0) > longestPart)) {
    return { refused: `the file has more than ${longestPart} characters without a heading that it can be cut at` };
  }
  if (answer.length > longestAnswer) return { refused: `the answer is longer than ${longestAnswer} characters` };
  return undefined;
}
