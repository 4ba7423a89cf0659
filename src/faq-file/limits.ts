import type { Refusal } from "../core/faq-editor.ts";
import { countBlockMarks } from "../text/block-marks.ts";
import { splitPieces } from "../text/split-pieces.ts";

/** The longest file that is edited, in UTF-16 units: a FAQ of some two thousand entries. It takes a few seconds. */
export const maxFile = 1_500_000;

/**
 * How much a file may hold between the places at which it can be cut to be read (see `splitPieces`): the sum of the
 * squares of the blocks in its pieces, for so grows the parser's time. 12,000 blocks in a single one take ten seconds
 * at worst; a usual FAQ of 1 MB comes to a twentieth of that.
 */
const maxBlocks = 12_000;

/** The longest answer, in UTF-16 units: the longest that GitHub lets people post. */
const maxAnswer = 65_536;

/** Most blocks, cells and blank lines in an answer: more than three times what anybody writes. */
const maxAnswerBlocks = 3_000;

/** Whether a file, or the answer for it, is too long to be edited. */
export function tooLong(text: string, answer = ""): Refusal | undefined {
  if (text.length > maxFile) return { refused: `the file is longer than ${maxFile} characters` };
  if (answer.length > maxAnswer) return { refused: `the answer is longer than ${maxAnswer} characters` };
  if (countBlockMarks(answer) > maxAnswerBlocks) {
    return { refused: `the answer has more than ${maxAnswerBlocks} blocks, cells and blank lines` };
  }
  const cuts = [...splitPieces(text), text.length];
  const blocks = cuts.map((cut, i) => countBlockMarks(text.slice(cuts[i - 1] ?? 0, cut)));
  if (blocks.reduce((sum, it) => sum + it ** 2, 0) <= maxBlocks ** 2) return undefined;
  return { refused: `the file has more than ${maxBlocks} blocks without headings at which it can be cut to be read` };
}
