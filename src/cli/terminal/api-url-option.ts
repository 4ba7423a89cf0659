import { InvalidArgumentError, Option } from "commander";

/** `--api-url`, of every command that reads GitHub with a token. */
export function apiUrlOption(): Option {
  return new Option("--api-url <url>", "GitHub's API; on GitHub Enterprise Server https://HOST/api/v3")
    .env("GITHUB_API_URL")
    .argParser(toAddress)
    .default("https://api.github.com");
}

function toAddress(text: string): string {
  if (URL.canParse(text) && /^https?:$/u.test(new URL(text).protocol)) return text;
  throw new InvalidArgumentError("It must be an address such as https://api.github.com.");
}
