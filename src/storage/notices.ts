/** Short calls from one process to all others that share the database: that there is something to look at. */
export interface Notices {
  /** Calls on all others that hear. Best effort: whoever must not miss it looks by itself now and then. */
  tell(subject: string): void;
  /** Calls `act` when another process tells of this, and when some of it may have been missed. Ends with the database. */
  hear(subject: string, act: () => void): void;
}

/** On SQLite processes of one machine look by themselves. */
export const noNotices: Notices = { tell: () => undefined, hear: () => undefined };
