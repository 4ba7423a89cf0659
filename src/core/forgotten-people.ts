/** What stands in the place of somebody who is forgotten, as on GitHub in the place of an account that is gone. */
export const ghost = "ghost";

/** Since when somebody is forgotten: what they did up to then is nobody's. Undefined for all others. */
export type ForgottenSince = (login: string) => Date | undefined;

/** Who asked to be forgotten. Their logins are not kept, only what tells whether a login is one of them. */
export interface ForgottenPeople {
  /** As of now; undefined where nobody is. */
  forgottenSince(): Promise<ForgottenSince | undefined>;
}

/** How many rows of a table name somebody. */
export interface NamingRows {
  readonly table: string;
  readonly rows: number;
}

/** Deliveries that name somebody: those of which that is forgotten at once, and those that are still to be handled. */
export interface NamingDeliveries {
  readonly ended: number;
  readonly unfinished: number;
}

/** What names somebody, or named them. */
export interface FoundNaming {
  readonly tables: readonly NamingRows[];
  readonly deliveries: NamingDeliveries;
}
