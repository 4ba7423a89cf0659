import { isSameName } from "../../../text/is-same-name.ts";

/** GitHub writes each answer below its question, as a heading of this mark. */
const mark = "### ";
const checkedBoxes = ["- [x] ", "- [X] "];

/**
 * Whether a question of a discussion's form was answered so. Of a list of choices, which GitHub writes with commas
 * between, or as boxes of which some are checked, one is enough. It is read as GitHub's own parser of forms reads it:
 * https://github.com/github/issue-parser
 * https://docs.github.com/en/discussions/managing-discussions-for-your-community/syntax-for-discussion-category-forms
 */
export function isAnswered(body: string, question: string, answer: string): boolean {
  return answersTo(body, question).some((it) => isSameName(it, answer.trim()));
}

function answersTo(body: string, question: string): readonly string[] {
  const lines = body.split("\n").map((line) => line.trim());
  const start = lines.findIndex(
    (line) => line.startsWith(mark) && isSameName(line.slice(mark.length), question.trim()),
  );
  if (start === -1) return [];
  const end = lines.findIndex((line, i) => i > start && line.startsWith(mark));
  const given = lines.slice(start + 1, end === -1 ? undefined : end);
  const whole = given.join("\n").trim();
  return [whole, ...whole.split(","), ...given.flatMap(checkedChoice)].map((it) => it.trim()).filter((it) => it !== "");
}

function checkedChoice(line: string): readonly string[] {
  return checkedBoxes.flatMap((box) => (line.startsWith(box) ? [line.slice(box.length)] : []));
}
