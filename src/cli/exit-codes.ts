/** What every command ends with. Scripts and supervisors tell by it what to do; docs/operating/one-machine.md has the table. */
export const exitCodes = {
  done: 0,
  failed: 1,
  wrongUse: 2,
  database: 3,
  address: 4,
  interrupted: 130,
  terminated: 143,
} as const;

/** What each means, and what to do, for the docs. */
export const exitMeanings: Readonly<Record<keyof typeof exitCodes, readonly [means: string, todo: string]>> = {
  done: ["Done; `start` was stopped in order.", "–"],
  failed: [
    "It failed, or found something wrong: `check-config` problems in a file, `doctor` a problem, `report` and `export` that GitHub refuses. Of `start`: a bug that nobody caught, or a stop that did not come to its end.",
    "Read the last lines. `start` may be started again at once: what was in progress is taken up again.",
  ],
  wrongUse: [
    "It was called or set up wrongly: an unknown option, a missing or malformed setting, a file, folder, delivery or repository that is not there.",
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
  interrupted: [
    "A second SIGINT ended it at once; a command was stopped by Ctrl+C.",
    "As after a crash: start it again.",
  ],
  terminated: ["A second SIGTERM ended it at once.", "As after a crash: start it again."],
};
