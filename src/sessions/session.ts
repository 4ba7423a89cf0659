/** What a session is for: questions of threads, or feature requests. */
export type SessionKind = "office-hours" | "request";

/** A time in which people meet, made of slots that are booked one by one. */
export interface Session {
  /** Name of its series in the config. */
  readonly series: string;
  /**
   * When it starts by the rule of its series, `2026-12-08T13:00Z`. It stays when the session is moved: with the name of the
   * series it tells one session from all others, as RECURRENCE-ID does (https://www.rfc-editor.org/rfc/rfc5545#section-3.8.4.4).
   */
  readonly key: string;
  readonly kind: SessionKind;
  readonly title: string;
  readonly start: Date;
  readonly end: Date;
  /** IANA name of the zone in which its series is written. */
  readonly timeZone: string;
  readonly slots: readonly Slot[];
  /** Logins; empty where nobody is named, or on call then. */
  readonly hosts: readonly string[];
  readonly link?: string;
  /** Who is shown the link: everybody, or the threads that have a slot. */
  readonly linkFor: "everyone" | "booked";
  /** Languages in which it is held, as BCP 47 tags. */
  readonly languages: readonly string[];
  readonly topics: readonly string[];
}

/** A part of a session that one thread can have for itself. */
export interface Slot {
  /** From 0, in the order of time. */
  readonly index: number;
  readonly start: Date;
  readonly end: Date;
}

/** Tells one slot from all others. */
export interface SlotRef {
  readonly series: string;
  /** `Session.key` */
  readonly session: string;
  readonly slot: number;
}
