import { createVerify } from "node:crypto";
import { GitHubError } from "../world/errors.ts";
import type { App } from "../world/objects.ts";

/** Longest time an app's token may be valid, in seconds; GitHub allows ten minutes and some drift of clocks. */
const maxLifetimeSeconds = 600;
const allowedDrift = 60;

interface Claims {
  readonly iss: string | number;
  readonly iat: number;
  readonly exp: number;
}

/** Whether a bearer token has the form of a JSON web token. */
export function isJsonWebToken(token: string): boolean {
  return /^[\w-]+\.[\w-]+\.[\w-]+$/u.test(token);
}

/**
 * The app that signed this token with RS256. Throws the 401s GitHub answers.
 * https://docs.github.com/en/apps/creating-github-apps/authenticating-with-a-github-app/generating-a-json-web-token-jwt-for-a-github-app
 */
export function verifyJsonWebToken(token: string, apps: readonly App[], now: Date): App {
  const [header = "", payload = "", signature = ""] = token.split(".");
  const { alg } = decode(header);
  const claims = readClaims(decode(payload));
  const app = apps.find(
    ({ databaseId, clientId }) => String(databaseId) === String(claims.iss) || clientId === claims.iss,
  );
  if (app === undefined) throw new GitHubError("NOT_FOUND", "Integration not found", 404);
  const verifier = createVerify("RSA-SHA256").update(`${header}.${payload}`);
  if (alg !== "RS256" || !verifier.verify(app.publicKey, signature, "base64url")) throw undecodable();
  checkTimes(claims, Math.floor(now.getTime() / 1000));
  return app;
}

function decode(part: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, "base64url").toString("utf8"));
    if (typeof value === "object" && value !== null) return { ...value };
  } catch {
    // What cannot be parsed is refused below, as GitHub does, without saying why.
  }
  throw undecodable();
}

function readClaims({ iss, iat, exp }: Record<string, unknown>): Claims {
  if (typeof iss !== "string" && typeof iss !== "number") throw refused("'Issuer' claim ('iss') must be an Integer");
  if (typeof iat !== "number" || !Number.isInteger(iat)) {
    throw refused("'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued");
  }
  if (typeof exp !== "number" || !Number.isInteger(exp)) {
    throw refused(
      "'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires",
    );
  }
  return { iss, iat, exp };
}

function checkTimes({ iat, exp }: Claims, now: number): void {
  if (exp <= now) {
    throw refused(
      "'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires",
    );
  }
  if (iat > now + allowedDrift) {
    throw refused("'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued");
  }
  if (exp > now + maxLifetimeSeconds + allowedDrift)
    throw refused("'Expiration time' claim ('exp') is too far in the future");
}

function undecodable(): GitHubError {
  return refused("A JSON web token could not be decoded");
}

function refused(message: string): GitHubError {
  return new GitHubError("FORBIDDEN", message, 401);
}
