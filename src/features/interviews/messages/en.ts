/** Whom to talk to: `/interviewed`. */
export const en = {
  "command.interviewed":
    "Tick somebody off who was named to be talked to: whoever opened the discussion, or who is named by login.",
  "how-to":
    "Write `/interviewed [notes]` in a discussion of theirs, or `/interviewed @login [notes]` anywhere in the repository's discussions.",
  "refused.nobody": "The account that opened this discussion is gone. {how}",
  "refused.not-named": "{login} was not named to be talked to, so there is nothing to tick off. {left} {how}",
  "all-ticked-off": "Everybody who was named is ticked off.",
  "left-to-tick-off": "Named and not ticked off: {names}.",
  "refused.already": "{login} was ticked off on {day} already. To add to the notes, write them behind the command.",
} as const;
