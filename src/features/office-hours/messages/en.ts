/** Slots of office hours and of meetings: booked, moved, called off, held. */
export const en = {
  "command.office-hours":
    "Book a slot of office hours for this discussion, move it, call it off, or list what is free.",
  "command.outcome":
    "Write down what came of a session of office hours: your comment is marked as the answer. `no-show` says that nobody came.",

  "slot.utc": "**{range}** ({reader})",
  "slot.there": "**{range}** ({from}–{to} in {zone}, {reader})",
  "slot.reader": "in your time zone",

  "refused.not-a-time": "I cannot read “{text}” as a time. {how}",
  "refused.not-a-day": "I cannot read “{text}” as a time: {why}. {how}",
  "how-to-write":
    "Write a day and a time as the session's own clocks show them, `/office-hours 2026-12-08 14:30`, in UTC with a `Z` behind it, or a day alone. `/office-hours` alone takes the next free slot, and `/office-hours list` shows what there is.",
  "refused.more-words-list": "`/office-hours list` takes no more words. It lists the next sessions.",
  "refused.more-words-cancel":
    "`/office-hours cancel` takes no more words. It calls off what this discussion has booked.",
  "refused.no-meetings":
    "This project has no meetings about feature requests: none stand under `sessions` in its config. Whoever may push to the default branch can add them.",
  "refused.no-office-hours":
    "This project has no office hours: none stand under `sessions` in its config. Whoever may push to the default branch can add them.",
  "refused.in-request-category":
    "This discussion is a feature request. A meeting about it is booked by people with write rights, with `/meeting`; office hours are for questions.",
  "refused.closed":
    "This discussion is closed, so no slot is booked for it. Whoever opened it can open it again if it is not solved, and then book one.",
  "refused.answered":
    "This discussion has a marked answer, so no slot is booked for it. If that does not solve it, unmark the answer and say what is missing; then book one.",
  "refused.locked":
    "This discussion is locked, and I may not say here when a session is, so I booked none. Somebody with write rights can unlock it.",
  "refused.asker-gone":
    "The account of whoever opened this discussion is gone, so there is nobody to meet. If you have the same question, open a discussion of your own and book a slot there.",
  "refused.already-booked":
    "This discussion has a slot already: {slot}. `/office-hours move` takes another one, `/office-hours cancel` gives it back.",
  "refused.booked-here": "One comment can book one slot. Write the second command in a comment of its own.",
  "refused.nothing-booked":
    "Nothing is booked for this discussion, so there is nothing to move or to call off. `/office-hours` books the next free slot.",
  "refused.already-begun":
    "The session of this discussion has begun, or is over: {slot}. It can be moved or called off no more. Its host says with `/outcome` what came of it.",
  "refused.outcome-missing":
    "This discussion had a session already: {slot}, and nobody has written down yet what came of it. Its host does so with `/outcome`; after that, or by people with triage rights, another one can be booked.",
  "refused.too-many":
    "One person can have {count, plural, =1 {one slot} other {# slots}} to come at a time, in all discussions together, and has:",
  "refused.too-many-how": "`/office-hours cancel` in one of these makes room. People with triage rights can book more.",
  "refused.nothing-free":
    "No slot is free within the next {days} days. None is planned after that either. Slots that others give back are free again: `/office-hours list` shows them.",
  "refused.nothing-free-yet":
    "No slot is free within the next {days} days. The next one is {slot}; it can be booked from {time} on. A slot that somebody gives back is free before that: `/office-hours list` shows it.",
  "not-then.past": "{when} is over.",
  "not-then.no-slot": "No slot begins at {when}.",
  "not-then.taken": "What there is at {when} is taken.",
  "not-then.too-late":
    "It is too late to book {when}: a slot is booked {notice} before it begins at the latest, so that whoever holds it can prepare.",
  "not-then.too-far": "It is too early to book {when}: slots can be booked {days} days ahead.",
  "not-then.same": "{when} is what this discussion has already.",
  "not-then.nearest": "Free, and nearest to it:",
  "not-then.none": "No other slot is free within {days} days.",

  "list.none": "No session is planned within the days in which one can book.",
  "list.title": "The next sessions of **{title}**",
  "list.in-languages": "in {languages}",
  "list.about": "about {topics}",
  "list.where": "where to meet",
  "list.by-meeting": "People with write rights book the next free one by `/meeting`.",
  "list.subscribe": "{link} in your calendar.",
  "list.subscribe-link": "Subscribe to them",
  "list.row": "{slot}, {hosts}. {free}",
  "list.hosts": "with {names}",
  "list.no-host": "host to be named",
  "list.ours": "This discussion has {time}.",
  "list.full": "**Full.**",
  "list.else-full": "**Else full.**",
  "list.too-late": "Too late to book.",
  "list.free-count": "**{count} free.**",
  "list.free": "**Free:** {slots}",
  "list.free-more": "**Free:** {slots}, and {count} more",

  "outcome.shown": "**What came of the session** with {names} on {time} ({comment}):",
  "outcome.comment": "[comment](<{url}>)",
  "outcome.comment-by": "[written down](<{url}>) by {by}",
  "mark.outcome": "That comment is marked as the answer.",
  "mark.another": "Another comment is marked as the answer.",
  "mark.none": "No comment is marked as the answer.",
  "mark.impossible": "In this category no comment can be marked as the answer, so I marked none.",
  "no-show":
    "**The slot on {time} was missed.** That happens. The next word is that of whoever asked: is it solved, or still of interest?",
  "no-show-again": "`/office-hours` books the next free slot.",
  "no-outcome.unbooked":
    "No session is booked for this discussion, so it has no outcome. `/office-hours` books a slot for whoever asked; an answer without a session is a comment that `/answer` marks.",
  "no-outcome.called-off":
    "The session of this discussion was called off, so it has no outcome. `/office-hours` books another slot; an answer without a session is a comment that `/answer` marks.",
  "no-outcome.to-come":
    "The session of this discussion begins on {time}: write the outcome when it has begun. `/office-hours cancel` calls it off.",
  "no-outcome.written-down":
    "[What came of the session](<{url}>) is written down already. If nobody came after all, delete that comment, and then write `/outcome no-show`.",
  "no-outcome.wordless":
    "Write what came of the session behind the command, in as many lines as it takes: `/outcome The lease was too short; set it to 30 s.` Where nobody came: `/outcome no-show`.",

  "gate.intro": "Office hours are for what docs and team could not solve. {missing}",
  "gate.nothing-suggested": "Nothing in the docs seemed to fit this question, so the team comes first:",
  "gate.either": "Neither was tried here yet; one of these opens them:",
  "gate.missing": "Missing here:",
  "gate.helpers": "People with triage rights can book for you at any time.",
  "gate.docs":
    "**The suggestions above.** If they do not help, comment `/not-helpful`, or say here what you tried and what happened; then `/office-hours` books at once.",
  "gate.team-reply":
    "**The team.** It aims at a reply by **{time}**, not counting the time in which the next word is yours. If none has come by then, `/office-hours` books from then on.",
  "gate.team-answer":
    "**The team.** It aims at an answer by **{time}**, not counting the time in which the next word is yours. If none has come by then, `/office-hours` books from then on.",
  "gate.your-turn":
    "**The team.** It has replied, and the next word is yours. If the reply does not help, say so here with what you tried; then `/office-hours` books at once.",
  "gate.replies":
    "**The replies here.** If they do not help, say so here with what you tried; then `/office-hours` books at once.",
  "gate.no-time":
    "**The team.** No time is set by which it replies here, so I cannot say when. Once somebody has replied and it does not help, say so, and `/office-hours` books; or ask somebody with triage rights to book for you.",

  footer: "<sub>I am a bot. I keep this up to date.</sub>",
  booked: "🗓️ **{title}**: a slot is booked for this discussion, {slot}.",
  "booked-meeting": "🗓️ **{title}**: a slot is booked for a meeting about this request, {slot}.",
  was: "🗓️ **{title}** was on {slot}.",
  "was-outcome": "🗓️ **{title}** was on {slot}. What came of it: [by {by}](<{url}>).",
  "called-off": "🗓️ ~~{title}, {slot}~~",
  answered: "An answer is marked by now. If that solves it, `/office-hours cancel` gives the slot to somebody else.",
  "until-then":
    "Until it begins, `/office-hours move` takes the next slot that is free, and `/office-hours cancel` gives this one back; `/office-hours list` shows which others are free.",
  "before-end": "Before, it was to end on {time}.",
  moved: "Moved from {time}.",
  "no-host": "Who holds it is still to be named.",
  hosts: "{count, plural, one {{names} holds} other {{names} hold}} it.",
  where: "[Where to meet](<{url}>).",
  "prepare.all": "What it takes to prepare is here:",
  "prepare.missing":
    "So that it can be prepared, please add here what is missing, in a comment or by editing the question:",
  "ask-outcome":
    "{who}, please write down what came of it: `/outcome <what came of it>`, or `/outcome no-show`, in a comment here. It is marked as the answer where this category has answers, so that the next person with this question finds it.",
  "whoever-held-it": "Whoever held it",
  "host-or": "{first} or {second}",
  "off.session-cancelled": "The session is no longer planned.",
  "off.session-full": "The session has fewer slots than before.",
  "off.thread-closed":
    "The discussion was closed, so the slot is free for somebody else. When it is open again, comment `/office-hours`.",
  "off.thread-closed-meeting":
    "The discussion was closed, so the slot is free for somebody else. When it is open again, ask a maintainer for `/meeting`.",
  "off.given-back": "The slot was given back. To have another one, comment `/office-hours`.",
  "off.given-back-meeting": "The slot was given back. To have another one, ask a maintainer for `/meeting`.",
  again: "To have another one, comment `/office-hours`.",
  "again-meeting": "To have another one, ask a maintainer for `/meeting`.",
  "offer.no-session": "No other session is planned, so it goes on in this discussion.",
  "offer.no-meeting": "No other meeting is planned, so it goes on in this discussion.",
  "offer.none-free": "No other slot is free for now; `/office-hours list` shows when one is.",
  "offer.free": "Free instead:",
  "notice.called-off": "{mention}your slot in **{title}** on {slot} is called off. {why}",
  "notice.length":
    "{mention}your slot in **{title}** has another length now: {slot}. If that does not suit you, `/office-hours move` takes another one, and `/office-hours cancel` gives it back.",
  "notice.time":
    "{mention}your slot in **{title}** is at another time now: {slot}. If that does not suit you, `/office-hours move` takes another one, and `/office-hours cancel` gives it back.",
  "changed-since": "This has changed since: [what is booked now](<{url}>).",
} as const;
