import type { RegisteredApp } from "../../core/app-health.ts";
import { ok, problem, type Finding } from "../finding.ts";

const check = "key";

/** Whether the private key is that of the app with this id: `asked` is what GitHub says, or how it refused. */
export function checkKey(appId: number, asked: RegisteredApp | Error): Finding {
  if (!(asked instanceof Error)) return ok(check, `The key is one of the app "${asked.slug}" (${appId}).`);
  const { message } = asked;
  if (/could not be decoded/i.test(message)) {
    return problem(
      check,
      `The private key is none of app ${appId}.`,
      "APP_ID and the key have to be of one app. Make a new key on the app's settings page, and set PRIVATE_KEY or PRIVATE_KEY_PATH to it.",
    );
  }
  if (/integration not found|not found/i.test(message)) {
    return problem(
      check,
      `GitHub knows no app ${appId}.`,
      "Set APP_ID to the number on the app's settings page (App ID, not Client ID). For GitHub Enterprise Server, set GITHUB_API_URL too.",
    );
  }
  if (/'(?:issued at|expiration time)' claim/i.test(message)) {
    return problem(
      check,
      "GitHub refuses what we sign, because of its time.",
      "Set this machine's clock right: see the check of the clock.",
    );
  }
  return problem(
    check,
    `GitHub does not say who we are: ${message}.`,
    "Read what GitHub says, and try again; https://www.githubstatus.com tells whether it is its own trouble.",
  );
}
