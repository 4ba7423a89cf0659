/** The first answer to a question. */
export const en = {
  intro: "**This may already answer your question:**",
  "intro-known": "**This may be known already:**",
  footer:
    "<sub>I am a bot. I searched this repository's {searched}{found}. Tell me by 👍 or 👎 whether it helps, or comment `/not-helpful` and I fold this away.</sub>",
  "searched.docs": "docs and answered discussions",
  "searched.issues": "docs, answered discussions and issues",
  "found-words": " and found these words in common: {words}",
  withdrawn:
    "<sub>I am a bot. After the edit, nothing that I know of this project fits well, so I took my suggestions back.</sub>",
} as const;
