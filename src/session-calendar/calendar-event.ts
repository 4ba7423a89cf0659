import type { Session } from "../sessions/session.ts";

/** A session as a calendar shows it. */
export interface CalendarEvent {
  readonly session: Session;
  /** The session's key when it was first published, where it has another one since: its series starts at another time. */
  readonly publishedAs?: string;
  /** Indexes of the slots that nobody has booked. */
  readonly free: readonly number[];
  readonly status: "confirmed" | "cancelled";
  /** What is talked about in a session for feature requests. */
  readonly agenda?: readonly AgendaItem[];
  /** How often it has changed since it was first published, and when it last did. */
  readonly sequence: number;
  readonly changedAt: Date;
}

/** A feature request that has a slot: index of the slot, and the discussion's number. */
export interface AgendaItem {
  readonly slot: number;
  readonly number: number;
}

/** Whose sessions a calendar holds. */
export interface CalendarSource {
  /** What calendar programs call it: `Office hours of acme/product`. */
  readonly name: string;
  /**
   * Tells its sessions from those of all other calendars, such as `123.github.com`: repository and host. It is part of
   * each UID, so that who changes it makes other sessions of all.
   */
  readonly id: string;
  /** Address at which sessions are booked: the repository's discussions. */
  readonly discussions?: string;
}

/** A session of which nothing is known but the config: all its slots are free. */
export function plannedEvent(session: Session, changedAt: Date): CalendarEvent {
  return { session, free: session.slots.map(({ index }) => index), status: "confirmed", sequence: 0, changedAt };
}
