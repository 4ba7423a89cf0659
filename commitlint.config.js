/**
 * How commits are written, so that release notes can be made of them: CONTRIBUTING.md#commits. Lines of bodies are as long as
 * their writers like, and a subject may hold a name in capitals.
 */
export default {
  extends: ["@commitlint/config-conventional"],
  rules: {
    "type-enum": [
      2,
      "always",
      ["bench", "build", "chore", "ci", "docs", "feat", "fix", "perf", "refactor", "revert", "style", "test"],
    ],
    "header-max-length": [2, "always", 120],
    "subject-case": [0],
    "body-max-line-length": [0],
    "footer-max-line-length": [0],
    "footer-leading-blank": [0],
  },
};
