import { html } from "hono/html";
import type { Booking } from "../../core/booking.ts";
import type { RepositoryRef } from "../../core/discussion.ts";
import { sayTimeIn } from "../../text/say-time.ts";
import { gatherSessionsView, type OpenSession, type SessionsView } from "../gather/gather-sessions.ts";
import type { PageReads } from "../gather/reads.ts";
import type { RepositoryPage } from "../page.ts";
import type { Html } from "../html.ts";
import { threadPath } from "./parts/links.ts";
import { table, type Cell } from "./parts/table.ts";
import { timeOf } from "./parts/time.ts";

/** When people meet, what is free, what is booked. */
export const officeHours: RepositoryPage<Pick<PageReads, "records" | "watch" | "bookings">> = {
  path: "/office-hours",
  audience: "reader",
  nav: "Office hours",
  summary: "The sessions of the next four weeks with their free slots, what is booked, and outcomes that are missing.",
  async render({ repository, reads, now }) {
    const view = await gatherSessionsView(repository, reads, now);
    return { title: "Office hours", body: body(view, repository) };
  },
};

function body({ sessions, bookings, withoutOutcome, unknownFiles }: SessionsView, repository: RepositoryRef): Html {
  const unknown =
    unknownFiles.length === 0
      ? ""
      : html`<p class="note">
          The holidays of ${unknownFiles.join(", ")} are not known here: on these days, sessions may be listed that are
          not held.
        </p>`;
  return html`${unknown}
    <h2>Sessions of the next four weeks</h2>
    <p class="soft">A slot is booked in a discussion, by the command <code>/office-hours</code>.</p>
    ${table(
      "Sessions, the next one first",
      ["Session", "Start (UTC)", "Where it is held", "Hosts", { title: "Free slots", isNumber: true }, "Free at (UTC)"],
      sessions.map(sessionRow),
      "No sessions are planned.",
    )}
    <h2>Booked</h2>
    ${table(
      "Slots that are booked, the next one first",
      ["Discussion", "Start (UTC)", "Session", "For", "Hosts", "Changes"],
      bookings.map((it) => bookingRow(it, repository)),
      "No slot is booked.",
    )}
    <h2>Without an outcome</h2>
    ${table(
      "Sessions that are over for more than a day, and nobody has written what came of it",
      ["Discussion", "Start (UTC)", "Session", "For", "Hosts", "Changes"],
      withoutOutcome.map((it) => bookingRow(it, repository)),
      "Each session has its outcome.",
    )}`;
}

const maxFree = 8;

function sessionRow({ session, free }: OpenSession): readonly Cell[] {
  const { title, start, timeZone, hosts, slots, kind } = session;
  const times = free.slice(0, maxFree).map((it) => it.toISOString().slice(11, 16));
  return [
    kind === "request" ? `${title} (about feature requests)` : title,
    timeOf(start),
    sayTimeIn(timeZone, start),
    hosts.join(", ") || "to be named",
    `${free.length} of ${slots.length}`,
    times.join(", ") + (free.length > maxFree ? ", …" : ""),
  ];
}

function bookingRow(it: Booking, repository: RepositoryRef): readonly Cell[] {
  const { number, title, start, sessionTitle, hosts, changes } = it;
  return [
    html`<a href="${threadPath(repository, number)}">#${number} ${title}</a>`,
    timeOf(new Date(start)),
    sessionTitle,
    it.for ?? "",
    hosts.join(", ") || "nobody named",
    changes === 0 ? "" : String(changes),
  ];
}
