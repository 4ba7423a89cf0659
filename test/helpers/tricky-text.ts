import fc from "fast-check";

const pieces = [
  ..."@ann|@acme/team|@ann@ben|#1|acme/widgets#2|GH-3|GH\\-3|gh-4|Fixes #4|closes: #5|a1b2c3d4|_a1b2c3d4_|acme/widgets@a1b2c3d4|https://github.com/a/b/issues/1|http://www.github.com/a/b/pull/2|www.github.com/a/b/pull/3|WWW.GitHub.com/a/b/pull/3|github.com/a/b/issues/4|HTTPS://GitHub.com/a/b/commit/a1b2c3d4|https://github.com:443/a/b/issues/1|https://x@github.com/a/b/issues/1|//github.com/a/b/issues/1|https://a.example/@ann|https://a.example/x#1|<b>|</b>|<a href='|'>|<code>|</code>|<!--|-->|`|``|```|~~~|*|**|_|[x](|[x]: |[|]|)|(|&#64;ann|&commat;ann|&#35;1|&num;1|\\@ann|\\#1|http://|a@b.example|> |- |1. |# |---|+++|===|$|$$|~~|:|\\|<|>| |    |\t|\t@ann|\u202E|\u200B|\uFEFF|\uD800|[skip ci]|skip-checks:true".split(
    "|",
  ),
  "|",
  "\n",
  "\n\n",
  "\n\t",
  "\n    ",
  "\r\n",
];

/** Text in which GitHub finds something, and what changes where it looks. */
export const trickyText = fc
  .array(fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...pieces) }, fc.string({ unit: "binary", maxLength: 8 })), {
    maxLength: 14,
  })
  .map((parts) => parts.join(""));
