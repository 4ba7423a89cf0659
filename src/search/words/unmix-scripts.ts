/** Cyrillic and Greek letters that look like Latin ones, each before its double. */
const cyrillicDoubles = "аaеeоoрpсcуyхxіiјjѕsкkһhԁdԛqԝwӏlАAВBЕEКKМMНHОOРPСCТTХXУYІIЈJЅSԌG";
const greekDoubles = "αaοoρpνvιiκkυuχxμuΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧX";

const toLatin = pairs(cyrillicDoubles + greekDoubles);
const toCyrillic = new Map([...pairs(cyrillicDoubles)].map(([cyrillic, latin]) => [latin, cyrillic]));

const letters = /[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}]+/gu;
const latin = /\p{sc=Latin}/u;
const other = /[\p{sc=Cyrillic}\p{sc=Greek}]/u;

/**
 * Words in which letters of two scripts stand side by side, written in one: `раypal` with a Cyrillic `а` becomes Latin,
 * a Latin `o` in a Russian word becomes Cyrillic. Only where every strange letter has a double; other mixtures stay.
 *
 * @see https://www.unicode.org/reports/tr39/#Confusable_Detection
 */
export function unmixScripts(text: string): string {
  if (!other.test(text) || !latin.test(text)) return text;
  return text.replace(letters, unmixWord);
}

function unmixWord(word: string): string {
  if (!other.test(word) || !latin.test(word)) return word;
  const characters = Array.from(word);
  const asLatin = characters.map((letter) => (latin.test(letter) ? letter : toLatin.get(letter)));
  if (!asLatin.includes(undefined)) return asLatin.join("");
  const asCyrillic = characters.map((letter) => (latin.test(letter) ? toCyrillic.get(letter) : letter));
  return asCyrillic.includes(undefined) ? word : asCyrillic.join("");
}

function pairs(doubles: string): Map<string, string> {
  return new Map((doubles.match(/../gu) ?? []).map(([from = "", to = ""]) => [from, to]));
}
