/** The check of a proposed config, and the issue about a broken one. What is wrong is said by the loader, in English. */
export const en = {
  mistakes: "{count, plural, one {# mistake} other {# mistakes}}",
  warnings: "{count, plural, one {# warning} other {# warnings}}",
  "title.good": "The config is good",
  "title.gone": "The config is taken away",
  "summary.gone":
    "There is no `{file}` at this commit. Once it is merged, the config of the owner's `.github` repository holds, or else the defaults.",
  "summary.mistakes":
    "With these mistakes the config does not do what it says: a file that cannot be read is not used, and the last good one stays in force.",
  "summary.warnings": "The config can be merged. Some of it may not mean what was meant.",
  "summary.good": "It holds from the moment in which it is merged.",
  "summary.unknown": "Not looked at, since GitHub did not tell:",
  "summary.locally": "The same on your machine: `frontdesk check-config --online`.",
  "issue.title": "The config of Frontdesk is broken: {file}",
  "issue.last-good": "{file} cannot be used. The last good config stays in force until it is mended.",
  "issue.never-good":
    "{file} cannot be used, and there was no good one before. Until it is mended, I say nothing in this repository.",
  "issue.place": "line {line}, column {column}",
  "issue.problem": "{place}: {problem}",
  "issue.more": "and {count} more",
  "issue.how":
    "`frontdesk check-config` says the same on your machine. This issue changes with the problems and closes itself when they are gone. Whoever closes it sooner hears no more of these problems.",
  "issue.mended": "`{file}` is good again, as of {commit}, and in force.",
  footer: "_I am a bot._",
} as const;
