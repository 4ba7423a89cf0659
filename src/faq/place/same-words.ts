/** Whether two questions are the same but for capitals, punctuation and white space. */
export function sameWords(some: string, other: string): boolean {
  return bareWords(some) === bareWords(other);
}

/** Letters and digits alone. A question of none is told by its marks. */
function bareWords(question: string): string {
  const bare = question
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "");
  return bare === "" ? question.replaceAll(/[\s\u200B]/gu, "") : bare;
}
