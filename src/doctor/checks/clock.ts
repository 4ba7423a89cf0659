import { secondMs } from "../../core/clock.ts";
import { ok, problem, warning, type Finding } from "../finding.ts";

const check = "clock";

/** Our tokens are dated half a minute back, and GitHub lets a minute pass: https://docs.github.com/en/apps/creating-github-apps/authenticating-with-a-github-app/generating-a-json-web-token-jwt-for-a-github-app */
const maxLeadMs = 60 * secondMs;
const noticeMs = 10 * secondMs;

/** Whether this machine's clock is right, by GitHub's: of one that is wrong, GitHub refuses what it signs (probot/probot#488). */
export function checkClock(leadMs: number): Finding {
  const seconds = Math.round(Math.abs(leadMs) / secondMs);
  const how = `${seconds} s ${leadMs > 0 ? "behind" : "ahead of"} GitHub's`;
  const fix = "Let the machine set its clock by NTP, from more than one source: `timedatectl set-ntp true` on systemd.";
  if (Math.abs(leadMs) >= maxLeadMs)
    return problem(check, `The clock is ${how}: GitHub refuses what is signed by it.`, fix);
  if (Math.abs(leadMs) >= noticeMs) return warning(check, `The clock is ${how}.`, fix);
  return ok(check, "The clock goes with GitHub's.");
}
