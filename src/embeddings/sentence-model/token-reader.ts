import type { Tokenizer } from "@huggingface/tokenizers";
import { ModelFault, reasonOf } from "./model-fault.ts";
import type { ModelFolder } from "./read-model-folder.ts";

/** The numbers of a text's tokens. */
export type TokenReader = (text: string) => readonly number[];

/**
 * Reads texts by the model's own tokenizer, cut to its length with the marks at the end kept: the library does not cut.
 * Without `marks` only the words are read. Throws a `ModelFault` where the tokenizer cannot be used.
 */
export function createTokenReader(
  { folder, tokenizer: json, tokenizerConfig, maxTokens }: ModelFolder,
  Library: typeof Tokenizer,
  { marks }: { readonly marks: boolean },
): TokenReader {
  try {
    const tokenizer = new Library(json, tokenizerConfig);
    const encode = (text: string) => tokenizer.encode(text, { add_special_tokens: marks }).ids;
    const ending = endingOf(encode(""), encode("word"));
    return (text) => {
      const ids = encode(text);
      return ids.length <= maxTokens ? ids : [...ids.slice(0, maxTokens - ending.length), ...ending];
    };
  } catch (error) {
    throw new ModelFault(folder, `has a tokenizer.json that cannot be used: ${reasonOf(error)}`);
  }
}

/** The marks behind a text: what an empty one and another end with alike. */
function endingOf(empty: readonly number[], other: readonly number[]): readonly number[] {
  let begin = 0;
  while (begin < empty.length && empty[begin] === other[begin]) begin++;
  return empty.slice(begin);
}
