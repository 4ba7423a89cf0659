/** What becomes of a feature request: in its thread, in its issue, and where a command is refused. */
export const en = {
  "command.accept":
    "Accept a feature request and make the issue that tracks it; lines of a list below become deliverables. All options may be left out.",
  "command.plan":
    "Answer the planning questions in the issue of a request: who works on it, how it fits the roadmap, what it means for goals. Alone, it tells which are open.",
  "command.decline": "Decline a feature request with a reason, which is posted, and close the discussion.",
  "command.meeting":
    "Put a feature request on the agenda of a meeting: alone, of the next session for requests that has a free slot. `cancel` takes it off again.",
  "command.outcome": "Write down what came of the meeting about a feature request, so that it can be decided.",
  "command.reopen": "Take up a feature request again that was declined, closed, done or dropped.",
  "command.duplicate":
    "Close a discussion as a duplicate of another one or of an issue; the votes on a request count there.",

  footer:
    "<sub>I am a bot. I keep this comment up to date, so that whoever asked can see what became of it. Maintainers: `/help` lists what you can do here.</sub>",
  untracked:
    "<sub>I am a bot. This discussion is in another category now, so I do not track it as a feature request any more.</sub>",
  "question.why": "Why is it needed?",
  "question.outcome": "What outcome is wanted?",
  "question.urgency": "How urgent is it?",
  votes: "{count, plural, one {# vote} other {# votes}}",
  issue: "issue {number}",
  "milestone-due": "{title} (due {day})",
  asked: "**Thank you for the idea!** Before it can be decided, the project needs to know:",
  "asked-how": "Edit your post, or reply here with lines such as `Why: …` or `Urgency: …`. I tick off what I find.",
  ready:
    "**Ready for decision.** All three questions are answered, and many people want this. A maintainer decides next.",
  complete:
    "**All three questions are answered.** A maintainer decides next; upvotes and 👍 on the post show how many want it.",
  closed: "This request was closed without a decision. A maintainer can take it up again by `/reopen`.",
  "related-vote": "**Looks related**; vote there instead if it is the same:",
  "related-help": "**Looks related**; this may help meanwhile:",
  "same-asked": "The same was asked for in {list}; those votes count here.",
  "same-of": "{link} ({votes})",
  accepted: "**Accepted**.",
  "accepted-by": "**Accepted** by {by}, with {votes}.",
  "accepted-tracked": "The work is tracked in {issue}.",
  "accepted-no-issue": "`/accept` makes the issue in which the work is tracked.",
  "accepted-planned": "It is planned for {milestone}.",
  "accepted-follow": "I write here what becomes of it.",
  "not-set": "What I was asked to set and could not:",
  shipped: "**Done**.",
  "shipped-in": "**Done** in {milestone}.",
  "shipped-tracked": "The work was tracked in {issue}.",
  "shipped-thanks": "Thank you for asking for it.",
  dropped:
    "**Not planned any more.** This request was accepted, and then {issue} was closed without it. The reason should stand there. A maintainer can take it up again by `/reopen`.",
  "its-issue": "its issue",
  declined: "**Declined**, after some thought.",
  "declined-reason": "**Declined**, after some thought. The reason:",
  "declined-thanks":
    "Thank you for the idea all the same. It stays here for others to find, and can still be voted for; a maintainer can take it up again by `/reopen`.",
  "declined-votes": "Many more people have voted for it since, so it is on the list of what to decide again.",
  duplicate: "**Closed as a duplicate.**",
  "duplicate-of": "**The same as {target}**, where the votes from here count from now on. Please go on there.",
  "issue-is.hidden":
    "{issue}, which was transferred to where not everybody who reads this can follow, so I tell no more of it. `/accept` makes a new one",
  "issue-is.moved": "{issue} (it was transferred, and is now at {place})",
  "issue-is.completed": "{issue} (done)",
  "issue-is.completed-moved": "{issue} (done, and is now at {place})",
  "issue-is.duplicate": "{issue} (closed as a duplicate)",
  "issue-is.duplicate-moved": "{issue} (closed as a duplicate, and is now at {place})",
  "issue-is.not-planned": "{issue} (closed as not planned)",
  "issue-is.not-planned-moved": "{issue} (closed as not planned, and is now at {place})",
  "issue-is.lost": "{issue}, which was deleted or moved out of my sight. `/accept` makes a new one",
  "issue-is.converted": "{issue}, which was converted and is now {place}",
  "another-place": "another place",
  "a-discussion": "a discussion",

  "meeting.to-come": "**To be talked about:** {when}",
  "meeting.over": "**Was talked about:** {when}",
  "meeting.with": "{when}, with {hosts}",
  agenda: "Agenda:",
  "agenda.unanswered": "*not answered yet*",
  "agenda.votes": "How many want it?",
  "agenda.votes-of": "{votes}, by upvotes and 👍.",
  "agenda.alike": "What is alike, and is it the same?",
  "agenda.open": "What is still open?",
  "agenda.open-above": "{count, plural, one {One of the questions above.} other {# of the questions above.}}",
  "agenda.asked-by": "{by} asked",
  "agenda.what-next": "What do we do, by when, and who does it?",
  "meeting.outcome": "**Outcome:**",
  "meeting.decide": "A maintainer decides next, by `/accept` or `/decline <reason>`.",
  "meeting.awaited":
    "**The decision is awaited.** A maintainer writes what came of it by `/outcome …`, and decides by `/accept` or `/decline <reason>`.",
  "meeting.afterwards":
    "Afterwards, a maintainer writes what came of it by `/outcome …`, and decides by `/accept` or `/decline <reason>`.",

  "reply.duplicate":
    "This is the same as {target}. Please go on there; I close this one so that what is said stays in one place.",
  "reply.shipped": "This is done.",
  "reply.shipped-in": "This is done: shipped in {milestone}.",
  "in-issue.adopted":
    "This issue now tracks the request {request}, asked for with {votes}. I write there what becomes of it.",
  "in-issue.adopted-by":
    "This issue now tracks the request {request}, asked for by {by} with {votes}. I write there what becomes of it.",
  "in-issue.declined": "The request {request} was declined:",
  "in-issue.plan-answered": "All planning questions are answered in {issue}.",
  "in-issue.plan-open": "Open in {issue}:",
  "body.asked-for": "Asked for by {who} in {request}, with {votes}; accepted by {by}.",
  "body.nobody": "somebody whose account is gone",
  "body.wanted-by": "Wanted by {day}.",
  "body.estimate": "Estimate: {estimate}.",
  "body.meeting": "What the meeting agreed on",
  "body.deliverables": "Deliverables",
  "body.plan": "What it means for the plan",
  "body.footer": "<sub>I am a bot. I write into the discussion what becomes of this issue. Here work {commands}.</sub>",
  "body.deliverable-of": "A deliverable of {request}.",

  "impact.thread": "What it means for the plan, as of {day}:",
  "impact.thread-over": "**Over capacity**, and accepted all the same. What it means for the plan, as of {day}:",
  "impact.issue": "Reckoned on {day}, and not kept up to date:",
  "impact.issue-over": "**Over capacity**, and accepted all the same. Reckoned on {day}, and not kept up to date:",
  "impact.milestone": "Milestone {milestone}: {work}.",
  "impact.no-day": "No day is told: {why}.",
  "impact.late": "**That is after the due day.**",
  "impact.pace": "Past pace: {amount} a week in the last {weeks} weeks.",
  "impact.pace-cut":
    "Past pace: {amount} a week in the last {weeks} weeks ({cut, plural, one {a week that stands out counts as a busy one} other {# weeks that stand out count as busy ones}}).",
  "impact.never": "At that, the milestone takes more than two years.",
  "impact.through": "If nothing else is done, the milestone is through around {day}.",
  "impact.through-between":
    "If nothing else is done, the milestone is through around {day}; at the pace of the fastest four weeks around {earliest}, at that of the slowest around {latest}.",
  "impact.through-nothing":
    "If nothing else is done, the milestone is through around {day}; at the pace of the fastest four weeks around {earliest}, and in the slowest nothing was done.",
  "impact.through-years":
    "If nothing else is done, the milestone is through around {day}; at the pace of the fastest four weeks around {earliest}, and at that of the slowest in more than two years.",
  "why-no-day.few-weeks":
    "{count, plural, one {# week of history is} other {# weeks of history are}} known, and it takes four",
  "why-no-day.few-closed":
    "{count, plural, =0 {nothing was} one {only # issue was} other {only # issues were}} completed in the last quarter, and it takes five issues",
  "why-no-day.few-busy-weeks": "something was completed in no more than {count} of the weeks of the last quarter",
  "why-no-day.many-closed": "too many issues were closed or changed to look at four weeks of them",
  "why-no-day.many-open": "there are more than {count} open issues",
  "impact.person": "{login}: {work}.",
  "impact.person-over": "**That is more than {limit}, which are set as enough for one person.**",
  "impact.iteration": "Iteration {title} ({start} to {end}): {work}.",
  "impact.iteration-past": "Done in each of the last {iterations}: {amount}.",
  "impact.iteration-past-range": "Done in each of the last {iterations}: {least} to {amount}.",
  "impact.iteration-over": "**That is more than in any of them.**",
  "impact.board-hidden":
    "Not everybody who reads this may see the board, so that estimates and iterations are left out.",
  "impact.board-too-big": "The board has more items than I read, so that its iterations are left out.",
  "work.open-with": "{isOne, select, yes {{issues} is open with this one} other {{issues} are open with this one}}",
  "work.open-here":
    "{isOne, select, yes {{issues} is open here with this one} other {{issues} are open here with this one}}",
  "work.planned": "{isOne, select, yes {{issues} is planned} other {{issues} are planned}}",
  "work.planned-with":
    "{isOne, select, yes {{issues} is planned with this one} other {{issues} are planned with this one}}",
  "work.more-than": "more than {issues}",
  "work.estimates": "{work} (estimates: {total})",
  "work.estimates-assumed":
    "{work} (estimates: {total}; {issues} without one, counted as {isOne, select, yes {{usual}} other {{usual} each}})",
  "amount.issues": "{isOne, select, yes {{count} issue} other {{count} issues}}",
  "amount.estimates": "{count} of estimates",

  "refused.off": "Feature requests are switched off here (`feature-requests.mode`).",
  "refused.not-a-request":
    "`/{command}` is for feature requests, and this discussion is in the category `{category}`. Features are requested in: {categories}. Whoever may edit the discussion can move it there.",
  "refused.in-meeting":
    'This request waits for a meeting ({when}), and its outcome has to be written down before it is decided: `/outcome <what came of it>`, or `outcome:"…"` behind `/{command}`. `/meeting cancel` takes it off the agenda.',
  "refused.shipped": "This request is done already. `/reopen` takes the work up again.",
  "refused.dropped": "This request was accepted once and is not planned any more. `/reopen` takes the work up again.",
  "refused.duplicate": "This request is closed as a duplicate. `/reopen` makes it one of its own again.",
  "refused.duplicate-of": "This request is closed as a duplicate of {target}. `/reopen` makes it one of its own again.",
  "refused.accepted": "This request is accepted, so `/{command}` does not fit. `/decline <reason>` takes that back.",
  "refused.declined": "This request is declined. `/reopen` takes it up again.",
  "refused.closed": "This request is closed. `/reopen` takes it up again.",
  "refused.open": "This request is open, so `/{command}` does not fit.",
  "refused.too-long.outcome": "The outcome has {max} characters at most; this one has {length}.",
  "refused.too-long.reason": "The reason has {max} characters at most; this one has {length}.",
  "refused.too-long.meeting": "The time and place has {max} characters at most; this one has {length}.",
  "refused.too-long.answer": "The answer behind `{question}:` has {max} characters at most; this one has {length}.",
  "refused.foreign-thread":
    "{what} takes a number of this repository, {home}, and {wanted} is in another one, where I can change nothing.",
  "refused.title-too-long": "A title has {max} characters at most; this one has {length}.",
  "refused.too-many-deliverables":
    "{count} deliverables are more than an issue shows well; there may be {max}. Put the rest into a second request.",
  "refused.too-many-sub-issues": "{count} deliverables are more than I make sub-issues of; {max} may be.",
  "refused.no-issue-number": "`issue:` takes the number of an issue, like `issue:#123`.",
  "refused.no-issue-number.pull-request":
    "`issue:` takes the number of an issue, and not of a pull request, like `issue:#123`.",
  "refused.no-issue-number.discussion":
    "`issue:` takes the number of an issue, and not of a discussion, like `issue:#123`.",
  "refused.status-without-project": '`status:` is set on a board, and none was named: add `project:"<title>"`.',
  "refused.tracked-by-another": "Issue {tracking} tracks this request already, so issue {named} cannot.",
  "refused.no-issue-to-adopt":
    "There is no issue {number} here, or it is a pull request. `issue:` takes the number of an open issue.",
  "refused.adopted-transferred": "Issue {number} was transferred to another repository, where I cannot follow it.",
  "refused.adopted-closed": "Issue {number} is closed. Reopen it first, or leave `issue:` out to make a new one.",
  "refused.deliverables-of-existing":
    "Issue {number} is there already: write the deliverables into it, and the rest of the command again.",
  "refused.no-reason":
    "Whoever asked should learn why. Write the reason behind the command: `/decline It would make every start slower.`",
  "refused.no-meeting-time":
    "Say when and where: `/meeting Thursday at ten, in the usual call` or `/meeting 2026-12-15T10:00Z`.",
  "refused.impossible-day": "A meeting cannot be then: {why}.",
  "refused.unreadable-time": "A time is written like `2026-12-15T10:00Z`, with its zone.",
  "refused.no-meeting-to-cancel": "No meeting is planned for this request, so there is none to cancel.",
  "refused.no-outcome":
    "Write what came of the meeting behind the command: `/outcome We want it, but only for admins.`",
  "refused.no-show":
    "A meeting that nobody came to has no outcome. `/meeting` plans another one, and `/meeting cancel` takes the request off the agenda.",
  "refused.meeting-booked":
    "A meeting is planned already: {when}. `/meeting cancel` calls it off, and `/meeting <when and where>` takes its place.",
  "refused.outcome-without-meeting":
    "No meeting is planned for this request, so it has no outcome. `/meeting <when and where>` plans one.",
  "refused.planning-off": "The planning questions are switched off here (`feature-requests.planning.questions`).",
  "refused.no-issue-to-plan":
    "The planning questions are in the issue of a request, and this request has none. `/accept` makes one.",
  "refused.issue-to-plan-gone": "Issue {number} was deleted or converted. `/accept` in the discussion makes a new one.",
  "refused.issue-to-plan-closed": "Issue {number} is closed, so that there is nothing to plan. Reopen it first.",
  "refused.answer-blank": "There are no words behind `{question}:`. To take an answer back, edit the issue.",
  "refused.issue-full": "The text of issue {number} would be longer than the {max} characters that GitHub allows.",
  "refused.no-duplicate-number": "Say what it is the same as, by its number: `/duplicate #12`.",
  "refused.duplicate-of-pull": "That is a pull request. `/duplicate #12` takes the number of a discussion or an issue.",
  "refused.duplicate-of-itself": "A discussion is no duplicate of itself.",
  "refused.duplicate-circle":
    "Discussion {number} is closed as a duplicate of this one, so this one cannot be a duplicate of it.",
  "refused.duplicate-out-of-reach":
    "Issue {number} was transferred to where not everybody who reads this can follow, so I send nobody there. Name another discussion or issue.",
  "refused.no-such-thread": "There is no discussion or issue {number} here. `/duplicate #12` takes the number of one.",
} as const;
