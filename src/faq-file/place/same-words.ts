/** Whether two questions are the same but for capitals, punctuation and white space. */
export function sameWords(some: string, other: string): boolean {
  const [one, two] = [some, other].map(bareWords) as [string, string];
  // A question that was too long ends in `…` in its file.
  return one === two || (some.endsWith("…") && two.startsWith(one));
}

/** Letters and digits alone. A question of none is told by its marks. */
function bareWords(question: string): string {
  const bare = question
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "");
  return bare === "" ? question.replaceAll(/[\s\p{Cc}\p{Cf}\p{Noncharacter_Code_Point}]/gu, "") : bare;
}
