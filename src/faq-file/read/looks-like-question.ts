import { questionNumber, questionSign } from "./question-sign.ts";

/** The longest line that may ask something, in UTF-16 units: beyond, a paragraph tells. */
const maxLength = 1_000;

/** Whether a line reads like a question: it ends as one, begins as one, or is marked as one. */
export function looksLikeQuestion(line: string): boolean {
  const text = line.trim();
  if (text.length > maxLength) return false;
  if (endsAsQuestion(text) || /^[¿]/u.test(text)) return true;
  const words = text.replace(/^[\s"'“„«「『*_~`>\p{Extended_Pictographic}\p{Cf}\p{Mn}]{1,20}/u, "");
  const sign = questionSign(words);
  return (
    (sign > 0 && sign < words.trimEnd().length) ||
    hasQuestionWords(bare(words).replace(/[\s.。:：…"'”’»」』]{1,20}$/u, ""))
  );
}

/** What may stand behind a question mark: pictures, flags, quotation marks, brackets, emphasis. */
const closing =
  /[\s\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}\p{Cf}\p{Mn}"'”’»「」『』()[\]（）*_~`!！.…。]/u;

/** Whether a line ends with a question mark, whatever small things stand behind it: `Why? 🇩🇪`, `“Why?”`. */
export function endsAsQuestion(line: string): boolean {
  const last = Array.from(line.slice(-60)).findLast((it) => !closing.test(it));
  if (last === ";") return /\p{Script=Greek}/u.test(line);
  return last !== undefined && /[?？؟⁇⁈՞]/u.test(last);
}

/** A question without its mark (`Q:`) and its number (`3.`), and without quotation marks around all of it. */
export function withoutSign(line: string): string {
  const text = line.replaceAll(/\s+/gu, " ").trim();
  const rest = bare(text);
  return unquoted(rest) || text;
}

/** A number may stand before or behind the sign: `3. Q: …`, `Q: 3. …`. */
function bare(text: string): string {
  let rest = text;
  for (const size of [questionNumber, questionSign, questionNumber]) rest = rest.slice(size(rest)).trim();
  return rest;
}

const quotes: readonly (readonly [string, string])[] = [
  ['"', '"'],
  ["“", "”"],
  ["„", "“"],
  ["«", "»"],
  ["「", "」"],
];

function unquoted(text: string): string {
  const pair = quotes.find(([open, close]) => text.length > 2 && text.startsWith(open) && text.endsWith(close));
  const inner = text.slice(1, -1);
  return pair === undefined || pair.some((it) => inner.includes(it)) ? text : inner.trim();
}

/**
 * Words that begin a question, in the languages in which repositories have FAQ files: a question is one with or without
 * its mark. In lower case, of one to three words.
 */
const openers: ReadonlySet<string> = new Set(
  [
    // English
    "how,how's,what,what's,whats,why,when,where,where's,which,who,who's,whose,can,could,can't,does,do,don't,doesn't,did,didn't",
    "is,isn't,are,aren't,was,were,will,won't,would,should,shouldn't,shall,has,have,may,must,am",
    // German, Dutch, the Nordic languages
    "wie,warum,wieso,weshalb,wann,wo,wohin,woher,wofür,womit,wodurch,wer,wen,wem,welche,welcher,welches,welchen,welchem,kann,können,muss,müssen,darf,dürfen,soll,sollte,ist,sind,gibt es,hat",
    "hoe,wat,waarom,wanneer,waar,welk,welke,kan ik,kunnen,moet,mag ik",
    "hur,vad,varför,när,vem,vilken,vilket,vilka,hvordan,hva,hvad,hvorfor,hvornår,hvor,hvem,hvilke,hvilken,hvilket,kan jag,kan man,kan jeg,miten,mitä,mikä,miksi,milloin,missä,kuinka,voinko,onko",
    // French, Italian, Spanish, Portuguese, Catalan, Romanian
    "comment,pourquoi,quand,où,qui,quel,quels,quelle,quelles,quoi,combien,est-ce que,est-ce qu,puis-je,peut-on,peux-tu,pouvez-vous,dois-je,doit-on,faut-il,y a-t-il,existe-t-il,qu'est-ce,que faire,que signifie,à quoi,de quoi,c'est quoi",
    "come,cosa,che cosa,perché,perchè,quando,dove,chi,qual,quale,quali,quanto,quanta,quanti,quante,posso,è possibile,si può,esiste,devo,c'è",
    "cómo,como,qué,que es,por qué,por que,para qué,cuándo,cuando,dónde,donde,quién,quiénes,cuál,cuáles,cuánto,cuánta,cuántos,cuántas,puedo,se puede,es posible,existe,debo,necesito",
    "o que,por quê,porque,porquê,onde,quem,quais,quantos,quantas,é possível,preciso,há,com puc,què,cum,de ce,când,unde,cine",
    // Polish, Czech, Slovak, Hungarian
    "jak,co,dlaczego,czemu,kiedy,gdzie,kto,który,która,które,czy,ile,po co,proč,kdy,kde,kdo,který,která,které,lze,mohu,můžu,ako,čo,prečo,kedy,hogyan,miért,mikor,hol,melyik,mi az,mi a",
    // Russian, Ukrainian, Bulgarian
    "как,что,почему,зачем,когда,где,куда,откуда,кто,чем,чей,какой,какая,какие,какое,каков,какова,каковы,какую,каким,какими,сколько,для чего,в чем,в чём,с чего",
    "як,що,чому,навіщо,коли,де,хто,чи,який,яка,яке,які,яку,яким,скільки,звідки,куди,чим,какво,защо,кога,къде,кой,колко",
    // Turkish, Indonesian, Vietnamese
    "nasıl,neden,niçin,niye,nerede,kim,hangi,kaç,apa,apakah,bagaimana,mengapa,kenapa,kapan,di mana,dimana,siapa,berapa,làm sao,làm thế nào,tại sao,vì sao",
    // Greek, Arabic, Hebrew, Hindi
    "πώς,πως,τι,γιατί,πότε,πού,ποιος,ποια,ποιο,ποιοι,ποιες,كيف,ما,ماذا,لماذا,متى,أين,هل,كم,איך,מה,למה,מדוע,מתי,איפה,האם,כמה,क्या,कैसे,क्यों,कब,कहाँ",
  ].flatMap((line) => line.split(",")),
);

/** Words that make a question wherever they stand, in languages that put no blanks between words. */
const anywhere: readonly string[] =
  "如何,怎么,怎麼,怎样,怎樣,为什么,為什麼,为何,為何,什么,什麼,甚麼,是否,能否,可否,能不能,会不会,會不會,有没有,有沒有,哪些,哪个,哪個,哪里,哪裡,哪种,哪種,哪儿,多少,何时,何時,なぜ,どうして,どうすれば,どうやって,どのよう,どこ,いつから,何が,何を,何の,어떻게,무엇,언제,어디,누가,얼마나".split(
    ",",
  );

/** How questions end without a mark. */
const endings: readonly string[] =
  "吗,嗎,呢,ですか,ますか,ませんか,でしょうか,のか,ないか,できるか,するには,には,とは,方法,까,까요,나요,가요,는지,하려면,하는 법, nedir, nelerdir, mi, mı, mu, mü, là gì, như thế nào".split(
    ",",
  );

/** Whether words ask something although no question mark stands behind them. */
function hasQuestionWords(line: string): boolean {
  const text = line.toLowerCase().replaceAll("’", "'");
  // A hyphen makes another word of it: "How-tos".
  const words =
    text
      .slice(0, 80)
      .match(/[\p{L}\p{M}\p{N}'-]+/gu)
      ?.slice(0, 3) ?? [];
  const isOpened = words.some((_, i) => openers.has(words.slice(0, i + 1).join(" ")));
  if (isOpened && /^[\p{L}]/u.test(text)) return true;
  return (
    anywhere.some((it) => text.includes(it)) ||
    endings.some((it) => text.endsWith(it)) ||
    text.includes(" ли ") ||
    text.includes(" 왜 ")
  );
}
