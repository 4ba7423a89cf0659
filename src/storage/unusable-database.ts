/**
 * The database cannot be used until somebody mends it, or the setting that names it. The message is for the operator: what
 * is wrong, where, and what to do; user and password of an address are never in it. Trying again at once does not help.
 */
export class UnusableDatabaseError extends Error {
  override name = "UnusableDatabaseError";
}

/** The database has tables that this version does not know. Nothing was changed. */
export class NewerDatabaseError extends UnusableDatabaseError {
  override name = "NewerDatabaseError";
}
