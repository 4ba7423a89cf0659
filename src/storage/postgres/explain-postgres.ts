import pg from "pg";
import { UnusableDatabaseError } from "../unusable-database.ts";

/**
 * What an operator can do about an error of the server or of the way to it, as an `UnusableDatabaseError`; the error itself
 * where that is not known, such as one of ours. Codes: https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
export function explainPostgres(error: unknown, place: string): unknown {
  if (error instanceof UnusableDatabaseError || !(error instanceof Error)) return error;
  const said = told(error);
  if (said === undefined) return error;
  const reason = error instanceof pg.DatabaseError ? ` The server says: ${error.message}.` : "";
  return new UnusableDatabaseError(`${place} cannot be used: ${said}${reason}`, { cause: error });
}

function told(error: Error): string | undefined {
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  // A host with several addresses was tried at each.
  const first: unknown = error instanceof AggregateError ? error.errors[0] : undefined;
  const ofFirst = first instanceof Error ? told(first) : undefined;
  return (byCode[code] ?? byMessage(error.message) ?? ofFirst)?.trim();
}

const down = "Start it, or correct host and port in DATABASE_URL.";
const certificate =
  "its certificate is not one that this machine trusts. Name its authority with sslrootcert=<file> in DATABASE_URL, or, on a network that you trust, do without the check with sslmode=no-verify.";

const byCode: Readonly<Record<string, string>> = {
  ECONNREFUSED: `nobody listens there. ${down}`,
  ENOTFOUND: "there is no such host. Correct it in DATABASE_URL.",
  EAI_AGAIN: "the name of its host cannot be looked up at present. Try again, or correct it in DATABASE_URL.",
  EHOSTUNREACH: `its host cannot be reached from here. ${down}`,
  ENETUNREACH: `its host cannot be reached from here. ${down}`,
  ETIMEDOUT: `its host does not answer. ${down}`,
  ECONNRESET: `the connection was cut. ${down}`,
  ENOENT: `there is no socket of a server at that path. ${down}`,
  "28P01": "user or password are wrong. Correct them in DATABASE_URL.",
  "28000":
    "the server does not let this user in from here. See its pg_hba.conf; where it wants TLS, add sslmode=verify-full to DATABASE_URL.",
  "3D000": "there is no such database. Make it (createdb), or correct its name in DATABASE_URL.",
  "42501":
    "the user lacks rights. It should own the database, or be given: grant usage, create on schema, and all on its tables and sequences.",
  "53300":
    "the server has no connection free. A process of Frontdesk takes up to thirty: raise max_connections, or start fewer.",
  "53100": "its disk is full. Make room; nothing that was accepted is lost.",
  "25006": readOnly(),
  "57P03": "it is starting up or shutting down. Try again in a moment.",
  "57P01": "it was shut down. Start it again.",
  DEPTH_ZERO_SELF_SIGNED_CERT: certificate,
  SELF_SIGNED_CERT_IN_CHAIN: certificate,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: certificate,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: certificate,
  ERR_TLS_CERT_ALTNAME_INVALID: `its certificate is for another host. Write the host in DATABASE_URL as the certificate does.`,
};

/** What no code says: these are pg's own words. */
function byMessage(message: string): string | undefined {
  if (/timeout exceeded when trying to connect|connection timeout/iu.test(message)) return byCode["ETIMEDOUT"];
  if (/does not support SSL/u.test(message))
    return "it does not speak TLS. Turn TLS on there, or take sslmode out of DATABASE_URL.";
  if (/Connection terminated/u.test(message)) return byCode["ECONNRESET"];
  if (/password must be a string|no password/iu.test(message)) return "it wants a password, and DATABASE_URL has none.";
  return undefined;
}

/** Of a user, a database or a server that may only read. */
export function readOnly(): string {
  return "it can only be read. Name the server that takes writes, and a user for whom default_transaction_read_only is off.";
}
