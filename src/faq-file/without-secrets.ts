import { redact } from "./redact/redact.ts";

/** A text with what is secret in it taken out, as in answers that go into a FAQ: for other texts that are kept or shown. */
export function withoutSecrets(text: string): string {
  return redact(text).text;
}
