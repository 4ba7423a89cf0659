/** The list of commands. */
export const en = {
  "command.help": "List the commands you can use here.",
  intro: "Here you can use:",
  outro: "Write a command at the start of a line of its own in a new comment.",
  "column.command": "Command",
  "column.who": "Who",
  "column.what": "What it does",
} as const;
