/** What every command ends with. Scripts and supervisors tell by it what to do; docs/operating/monitoring.md has the table. */
export const exitCodes = {
  done: 0,
  failed: 1,
  wrongUse: 2,
  database: 3,
  address: 4,
  github: 5,
  interrupted: 130,
  terminated: 143,
} as const;

export type ExitName = keyof typeof exitCodes;

/** What those mean that any command may end with, in the help of each. */
export const shortMeanings: Readonly<Partial<Record<ExitName, string>>> = {
  done: "done",
  failed: "it failed",
  wrongUse: "called wrongly, or something that it names is not there",
};

/** What each means, and what to do, for the docs. */
export const exitMeanings: Readonly<Record<ExitName, readonly [means: string, todo: string]>> = {
  done: ["Done; `start` was stopped in order.", "–"],
  failed: [
    "It failed, or found something wrong: `check-config` problems in a file, `doctor` a problem, `rota --strict` a gap, `db migrate --check` that something is pending; of `init` that somebody said no. Of `start`: a bug that nobody caught, or a stop that did not come to its end.",
    "Read the last lines. `start` may be started again at once: what was in progress is taken up again.",
  ],
  wrongUse: [
    "It was called or set up wrongly: an unknown option, a missing or malformed setting or value, a file, folder, delivery, discussion or repository that is not there, a file that may not be read or written.",
    "Mend what the message names. Starting it again changes nothing.",
  ],
  database: [
    "The database cannot be used: it is not reachable, refuses us, is damaged, full or read-only, is another application's, or was written by a newer version.",
    "`frontdesk doctor` says which. `start` may be started again when it is mended; what was accepted is still there.",
  ],
  address: [
    "An address to listen on cannot be had: the port is in use, or is not for this user.",
    "Stop what listens there, or change `HOST`, `PORT`, `METRICS_HOST` or `METRICS_PORT`.",
  ],
  github: [
    "GitHub cannot be reached, refuses the token or what it may do, or had no answer.",
    "Look at the token and at https://www.githubstatus.com. Without a change, the same may work later.",
  ],
  interrupted: [
    "A second SIGINT ended it at once; a command was stopped by Ctrl+C.",
    "As after a crash: start it again.",
  ],
  terminated: ["A second SIGTERM ended it at once.", "As after a crash: start it again."],
};
