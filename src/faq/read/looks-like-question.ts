/** Words that open a question in the languages FAQs are mostly written in; English ones also without a question mark. */
const openers =
  /^(?:how|what|what's|whats|why|when|where|where's|which|who|whose|can|could|can't|does|do|don't|doesn't|did|is|isn't|are|aren't|was|were|will|won't|would|should|shouldn't|has|have|may|must|am)\b/iu;

/** `Q:`, `Q1.`, `Question 3 -`: how some files mark their questions. */
const mark = /^(?:q|question|frage|pregunta)\s{0,9}\d{0,4}\s{0,9}[:.)\-–—]\s*/iu;

/** Whether a line reads like a question: it ends as one, begins as one, or is marked as one. */
export function looksLikeQuestion(line: string): boolean {
  const text = line.trim();
  return /[?？؟;]\s*(?:\p{Extended_Pictographic}\uFE0F?)?$/u.test(text) && !text.endsWith(";")
    ? true
    : openers.test(text) || mark.test(text) || /^[¿]/u.test(text);
}

/** A question without its mark (`Q:`) and its number (`3.`). */
export function withoutMark(line: string): string {
  const text = line.replaceAll(/\s+/gu, " ").trim();
  return (
    text
      .replace(mark, "")
      .replace(/^\d{1,4}(?:\.\d{1,3})*[.)]\s+/u, "")
      .trim() || text
  );
}
