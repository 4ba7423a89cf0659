import type { AgendaItem } from "../../session-calendar/calendar-event.ts";
import type { Session, Slot } from "../../sessions/session.ts";

/** What we know of a repository's calendar. Plain data; times are ISO 8601 in UTC. */
export interface Feed {
  /** `off`: there is none to be had, by the config or for want of sessions. */
  readonly state: "on" | "off";
  /** `owner/name` under which it was last published, and where people see the repository. */
  readonly repository: string;
  readonly url: string;
  /** By the config: tells one secret address from those before. */
  readonly address: number;
  /** Grows with each change of what the file says. */
  readonly revision: number;
  /** When the config and its sessions were last looked at. */
  readonly at: string;
  readonly rights?: HostRights;
  readonly branch?: FeedBranch;
}

/** Which hosts may triage, by their logins, as GitHub told on that day (UTC). */
export interface HostRights {
  readonly day: string;
  readonly may: Readonly<Record<string, boolean>>;
}

/** The branch on which the file is kept. */
export interface FeedBranch {
  readonly name: string;
  /** Revision of the feed that it is to hold, and the one that it does. */
  readonly wanted: number;
  readonly written?: number;
  /** The config names none any more: it is left as it is. */
  readonly off?: true;
  /** Commit at which we left it, and when that was. */
  readonly head?: string;
  readonly at?: string;
  /** When it could last not be written, and why. */
  readonly refusedAt?: string;
  readonly refusal?: string;
}

/** A session as it was last published. Plain data. */
export interface PublishedSession {
  /** What calendar programs know it by, in its series: its key when it was first published. */
  readonly as: string;
  readonly session: PlainSession;
  /** Indexes of the slots that nobody has booked. */
  readonly free: readonly number[];
  readonly status: "confirmed" | "cancelled";
  /** Of a session for feature requests: those that are talked about. Missing where there are none. */
  readonly agenda?: readonly AgendaItem[];
  readonly sequence: number;
  readonly changedAt: string;
}

/** A session with its times in ISO 8601. */
export type PlainSession = Omit<Session, "start" | "end" | "slots"> & {
  readonly start: string;
  readonly end: string;
  readonly slots: readonly PlainSlot[];
};
type PlainSlot = Omit<Slot, "start" | "end"> & { readonly start: string; readonly end: string };

/** Tells a session from all others of its repository. */
export function sessionKey({ series, key }: Pick<Session, "series" | "key">): string {
  return `${series} ${key}`;
}

/** Tells a published session from all others of its repository. */
export function publishedKey({ as, session: { series } }: PublishedSession): string {
  return `${series} ${as}`;
}

export function toPlain(session: Session): PlainSession {
  const iso = ({ start, end }: Pick<Session, "start" | "end">) => ({
    start: start.toISOString(),
    end: end.toISOString(),
  });
  return { ...session, ...iso(session), slots: session.slots.map((it) => ({ ...it, ...iso(it) })) };
}

export function fromPlain(session: PlainSession): Session {
  const times = ({ start, end }: Pick<PlainSession, "start" | "end">) => ({
    start: new Date(start),
    end: new Date(end),
  });
  return { ...session, ...times(session), slots: session.slots.map((it) => ({ ...it, ...times(it) })) };
}
