import { stemmer as dutch } from "@orama/stemmers/dutch";
import { stemmer as finnish } from "@orama/stemmers/finnish";
import { stemmer as french } from "@orama/stemmers/french";
import { stemmer as german } from "@orama/stemmers/german";
import { stemmer as hungarian } from "@orama/stemmers/hungarian";
import { stemmer as indonesian } from "@orama/stemmers/indonesian";
import { stemmer as italian } from "@orama/stemmers/italian";
import { stemmer as lithuanian } from "@orama/stemmers/lithuanian";
import { stemmer as norwegian } from "@orama/stemmers/norwegian";
import { stemmer as portuguese } from "@orama/stemmers/portuguese";
import { stemmer as romanian } from "@orama/stemmers/romanian";
import { stemmer as russian } from "@orama/stemmers/russian";
import { stemmer as serbian } from "@orama/stemmers/serbian";
import { stemmer as spanish } from "@orama/stemmers/spanish";
import { stemmer as swedish } from "@orama/stemmers/swedish";
import { stemmer as ukrainian } from "@orama/stemmers/ukrainian";
import { fold } from "./fold.ts";
import type { Language } from "./function-words.ts";

/**
 * For inflecting languages without a stemmer, and for Turkish: the first five letters do about as well.
 *
 * @see McNamee, Nicholas, Mayfield: Don't Have a Stemmer? Be Un+concern+ed (SIGIR 2008)
 * @see Can et al.: Information Retrieval on Turkish Texts (JASIST 2008)
 */
function firstLetters(word: string): string {
  return word.slice(0, 5);
}

/** Short texts in Danish and in Norwegian cannot be told apart, so both have the same. */
const stemmers: Readonly<Record<Language, (word: string) => string>> = {
  de: german,
  fr: french,
  es: spanish,
  pt: portuguese,
  it: italian,
  nl: dutch,
  sv: swedish,
  da: norwegian,
  no: norwegian,
  fi: finnish,
  tr: firstLetters,
  ro: romanian,
  hu: hungarian,
  id: indonesian,
  lt: lithuanian,
  pl: firstLetters,
  cs: firstLetters,
  sk: firstLetters,
  sl: firstLetters,
  hr: firstLetters,
  et: firstLetters,
  lv: firstLetters,
  ca: firstLetters,
  ru: russian,
  uk: ukrainian,
  bg: firstLetters,
  sr: serbian,
};

/** Longer strings are no words of a language, and are not stemmed. */
const maxWordLength = 40;

/** The stem of a lower-case word, written with all its accents, in a language; folded like every term. */
export function stemIn(word: string, language: Language): string {
  if (word.length < 3 || word.length > maxWordLength) return fold(word);
  return fold(stemmers[language](word) || word);
}
