/** Zero-width characters, soft hyphens, direction marks, variation selectors. */
const invisible = /[\p{Cf}\p{Default_Ignorable_Code_Point}\u0640]+/gu;

/** Marks that may be left out in writing: accents, niqqud, harakat, the nukta; the dots of Russian ё. */
const marks = /(?<=[\p{sc=Latin}\p{sc=Greek}\p{sc=Hebrew}\p{sc=Arabic}])\p{Mn}+|\u093c|(?<=[\u0435\u0415])\u0308/gu;

/** Letters that NFKD does not decompose, but people spell otherwise. */
const spelled: Readonly<Record<string, string>> = {
  ß: "ss",
  ẞ: "SS",
  æ: "ae",
  Æ: "AE",
  œ: "oe",
  Œ: "OE",
  ø: "o",
  Ø: "O",
  đ: "d",
  Đ: "D",
  ð: "d",
  Ð: "D",
  ł: "l",
  Ł: "L",
  ħ: "h",
  ı: "i",
  þ: "th",
  Þ: "Th",
  ى: "ي",
  ی: "ي",
  ک: "ك",
};
const spellings = /[ßẞæÆœŒøØđĐðÐłŁħıþÞىیک]/gu;

/** Characters that are typed for an apostrophe or a hyphen; decomposing would make a space of some. */
const apostrophes = /[’ʼ´＇]/gu;
const hyphens = /[‐‑]/gu;

/** Most text is ASCII, for which there is nothing to fold. */
export function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false;
  return true;
}

/**
 * A text as it is compared: compatibility forms (full-width letters, ligatures) and accents fold, invisible characters
 * vanish, and a letter that only looks like those around it becomes one of them. Letter case stays. The vowel *am* of
 * Thai and Lao is put together again, since the dictionaries know it whole.
 */
export function fold(text: string): string {
  if (isAscii(text)) return text;
  const folded = text
    .replace(apostrophes, "'")
    .replace(hyphens, "-")
    .normalize("NFKD")
    .replace(invisible, "")
    .replace(marks, "")
    .normalize("NFC")
    .replace(/\u0e4d\u0e32/gu, "\u0e33")
    .replace(/\u0ecd\u0eb2/gu, "\u0eb3")
    .replace(spellings, (letter) => spelled[letter] ?? letter);
  return unmixScripts(folded);
}

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
 * a Latin `o` in a Russian word becomes Cyrillic. Only where every letter of the other script has a double; other mixtures stay.
 *
 * @see https://www.unicode.org/reports/tr39/#Confusable_Detection
 */
function unmixScripts(text: string): string {
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
