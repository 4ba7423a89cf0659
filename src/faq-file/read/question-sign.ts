/** What files put before a question and before an answer, in full. In lower case. */
const questionWords: ReadonlySet<string> = new Set(
  "q,faq,question,frage,pregunta,pergunta,domanda,vraag,fråga,spørsmål,pytanie,otázka,soru,вопрос,питання,въпрос,问,問,问题,問題,提问,提問,質問,질문,문,سؤال,שאלה".split(
    ",",
  ),
);
const answerWords: ReadonlySet<string> = new Set(
  "a,ans,answer,antwort,réponse,reponse,respuesta,resposta,risposta,antwoord,svar,odpowiedź,odpověď,cevap,yanıt,ответ,відповідь,отговор,答,答案,回答,解答,답,답변,جواب,תשובה".split(
    ",",
  ),
);

/** Letters that stand for them in languages where they are other words as well: a colon has to follow. */
const questionLetters: ReadonlySet<string> = new Set("f,p,d,v,s,в".split(","));
const answerLetters: ReadonlySet<string> = new Set("r,о".split(","));

/** A word with what is behind it: a number, and signs in western and in full width. */
const signed = /^(\p{L}{1,12})(\.?\s{0,2}#?\d{1,4}|)([*_]{0,3}\s{0,2})([:：.．)）、\-–—]{0,3})([*_]{0,3}\s*)/u;

/**
 * Length of the sign that a line begins with (`Q:`, `Q1.`, `Q：`, `Question 3 -`, `问：`, `В:`): it marks a question, and is
 * none of it. 0 where there is none.
 */
export function questionSign(line: string): number {
  const [whole = "", word = "", number = "", , mark = "", blank = ""] = signed.exec(line.slice(0, 60)) ?? [];
  const name = word.toLowerCase();
  if (questionLetters.has(name)) return /^[:：]/u.test(mark) && blank !== "" ? whole.length : 0;
  if (!questionWords.has(name)) return 0;
  if (mark !== "") return whole.length;
  return name === "q" && /\d/u.test(number) && blank.trim() === "" && /\s$/u.test(whole) ? whole.length : 0;
}

/** Length of the sign that an answer begins with (`A:`, `**A**.`, `答：`), with its emphasis; 0 where it has none. */
export function answerSign(text: string): number {
  const emphasis = /^(?:\*{1,3}|_{1,3})?/u.exec(text)?.[0] ?? "";
  const rest = text.slice(emphasis.length, 100);
  const [whole = "", word = "", , inner = "", mark = "", blank = ""] = signed.exec(rest) ?? [];
  const name = word.toLowerCase();
  const isLetter = answerLetters.has(name);
  if (!isLetter && !answerWords.has(name)) return 0;
  const isClosed =
    emphasis === "" ? !/[*_]/u.test(inner + blank) : inner.trim() === emphasis || blank.trim() === emphasis;
  if (!isClosed) return 0;
  const isMarked = isLetter ? /^[:：]/u.test(mark) : /^[:：.、]/u.test(mark);
  const isApart = /[\s：、]$/u.test(whole) || whole.length === rest.length;
  const isBold = emphasis.length > 1 && mark === "" && /\s$/u.test(inner);
  return isBold || (isMarked && isApart) ? emphasis.length + whole.length : 0;
}

/** Numbers that people give their questions: `3.`, `1.2)`, `(20)`, `1、`, `②`, `三、`, `#4:`, `5 -`. */
const number =
  /^(?:\d{1,4}(?:\.\d{1,3}){0,3}(?:[.)]\s+|[、．）：]\s*|:\s+|\s{1,3}[-–—]\s+)|[([（【]\d{1,4}[)\]）】]\s*|#\d{1,4}[.:)]?\s+|[①-⑳]\s*|[一二三四五六七八九十]{1,3}[、.．]\s*)/u;

/** Length of the number that a line begins with; 0 where it has none. */
export function questionNumber(line: string): number {
  return number.exec(line.slice(0, 60))?.[0].length ?? 0;
}

/**
 * Where an answer begins behind its question: `A:` is a mark, as `Q:` is; so are a line break and the colon of a
 * definition.
 */
export function answerStart(text: string, questionEnd: number, until: number): number {
  const rest = text.slice(questionEnd, Math.min(until, questionEnd + 200));
  const lead = /^(?:[\s:?？：]|<br\s*\/?>|\\(?=\r?\n))*/iu.exec(rest)?.[0].length ?? 0;
  const sign = answerSign(rest.slice(lead));
  if (sign > 0) return questionEnd + lead + sign;
  const blank = /^\s*/u.exec(rest)?.[0] ?? "";
  const colon = blank.includes("\n") ? /^:\s+/u.exec(rest.slice(blank.length))?.[0] : undefined;
  if (colon !== undefined) return questionEnd + blank.length + colon.length;
  // What sets the first line of an answer in stays: it may be code.
  const sameLine = /^(?:[^\S\r\n]|[:?：？]|<br\s*\/?>|\\(?=\r?\n))*/iu.exec(rest)?.[0].length ?? 0;
  return questionEnd + sameLine;
}
