import type { Session } from "../../sessions/session.ts";
import type { SessionRules } from "../../sessions/session-rules.ts";
import { sessionsBetween } from "../../sessions/sessions-between.ts";
import { toJson } from "../terminal/print.ts";
import { toTable } from "../terminal/table.ts";
import { timesIn } from "../terminal/times-in.ts";

/** The sessions of a time as a table and as JSON, and a warning for each series whose sessions nobody holds. */
export function listSessions(
  rules: SessionRules,
  { from, to }: { readonly from: Date; readonly to: Date },
): { readonly text: string; readonly json: string; readonly warnings: readonly string[] } {
  const sessions = sessionsBetween(rules, from, to);
  return {
    text: sessions.length === 0 ? "There are no sessions in this time." : tableOf(sessions),
    json: toJson({ from: from.toISOString(), to: to.toISOString(), sessions: sessions.map(toData) }),
    warnings: rules.series.flatMap(({ name }) => hostWarning(sessions.filter((it) => it.series === name))),
  };
}

/** What is told of a session to everybody: who signs up is told the link by the app. */
function toData({ start, end, slots, link, linkFor, ...session }: Session) {
  return {
    ...session,
    start: start.toISOString(),
    end: end.toISOString(),
    slots: slots.map((it) => ({ ...it, start: it.start.toISOString(), end: it.end.toISOString() })),
    linkFor,
    ...(linkFor === "everyone" && { link }),
  };
}

function tableOf(sessions: readonly Session[]): string {
  return toTable(sessions, [
    { title: "utc", of: ({ start }) => start.toISOString().slice(0, 16).replace("T", " ") },
    { title: "local", of: ({ start, timeZone }) => timesIn(timeZone)(start) },
    { title: "zone", of: ({ timeZone }) => timeZone, mayShrink: true },
    { title: "minutes", of: ({ start, end }) => (end.getTime() - start.getTime()) / 60_000 },
    { title: "slots", of: ({ slots }) => slots.length },
    { title: "series", of: (it) => `${it.series}${isMoved(it) ? " (moved)" : ""}`, mayShrink: true },
    { title: "title", of: ({ title }) => title, mayShrink: true },
    { title: "hosts", of: ({ hosts }) => hosts.join(", ") || "to be named", mayShrink: true },
  ]);
}

/** Whether a session is held at another time than by its series. */
function isMoved({ key, start }: Session): boolean {
  return start.getTime() !== Date.parse(key);
}

/** Sessions of one series for which no person is named, in one line: more often than not it is all of them. */
function hostWarning(sessions: readonly Session[]): string[] {
  const without = sessions.filter(({ hosts }) => hosts.length === 0);
  const [first] = without;
  if (!first) return [];
  const when = timesIn(first.timeZone)(first.start);
  const which =
    without.length === 1
      ? `the session of ${first.series} on ${when}`
      : `${without.length} sessions of ${first.series}, the first on ${when}`;
  return [
    `warning: nobody is named as host of ${which}: name a \`host\`, or have somebody in \`on-call\` who has that time`,
  ];
}
