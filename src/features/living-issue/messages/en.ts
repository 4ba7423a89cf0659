/** The issue that lists who waits on whom. */
export const en = {
  title: "Support: who waits on whom",
  "nobody-waits": "**Nobody waits on us.** As of {time}.",
  waiting: "**{count, plural, one {# thread waits} other {# threads wait}} on us.** As of {time}.",
  "waiting-overdue":
    "**{count, plural, one {# thread waits} other {# threads wait}} on us, {overdue} of them overdue.** As of {time}.",
  footer:
    "<sub>I am a bot. I edit this issue when something changes, at most every {every}, and mention nobody. What you write above or below my lists stays. Close it, and I leave it closed until you open it again; `living-issue.mode: off` in the config ends it.</sub>",
  "not-kept":
    "This list is not kept any more: `living-issue.mode` is `off` in the config. With `on`, I open this issue again.",
  "kept-elsewhere":
    "This list is kept in another repository's issue, which `living-issue.in` in the config names. Without it, I open this issue again.",
  "part.on-us": "Waiting on us",
  "part.on-asker": "Waiting on the asker",
  "part.to-be-marked": "Answers to be marked",
  "part.to-be-marked-lead":
    "It looks as if these comments solved it. Whoever asked, or somebody with triage rights, replies `/answer` under them.",
  "part.to-be-decided": "Awaiting a decision",
  "part.faq": "FAQ",
  "part.breaches": "Targets missed this week",
  "part.without-outcome": "Sessions without an outcome",
  "part.without-outcome-lead":
    "Whoever held it, or anybody with triage rights, comments `/outcome <what came of it>` in the discussion; in that of a feature request, a maintainer does, and then decides.",
  "part.without-host": "Sessions without a host",
  "part.without-host-lead":
    "These are booked, and nobody is named who holds them: `sessions` or `on-call` in the config says who.",
  "line.since": "since {time}: {thread}",
  "line.proposed": "{thread}, proposed {time}",
  "line.decision": "{thread}: {count, plural, one {# vote} other {# votes}}, since {time}",
  "line.breach-open": "{thread}: {clock} was due {time} ({priority}, still open)",
  "line.breach-late": "{thread}: {clock} was due {time} ({priority}, met late)",
  "line.overdue": "**overdue since** {time}: {thread} ({about})",
  "line.due": "by {time}: {thread} ({about})",
  "line.waiting": "since {time}: {thread} ({about})",
  "about.assignee": "{login} has it",
  "session.hosts": "with {hosts}",
  "session.decision": "awaits its decision",
  discussion: "discussion {number}",
  "clock.first-response": "first response",
  "clock.next-response": "next response",
  "clock.resolution": "resolution",
  private: "{count} in private repositories",
  "no-room-lines": "… and {count} lines that have no room here.",
  "no-room": "… and {count} more that have no room here, less urgent than these.",
} as const;
