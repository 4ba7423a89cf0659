/** What becomes of suggestions that did not help. */
export const en = {
  "command.not-helpful": "Fold the bot's suggestions away and record that they did not help.",
  "nothing-suggested": "I have not suggested anything in this thread, so there is nothing to fold away.",
  "folded-already": "My suggestions in this thread are folded away already. Thank you for telling me.",
} as const;
