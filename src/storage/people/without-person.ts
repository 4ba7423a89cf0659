import { ghost } from "../../core/forgotten-people.ts";
import type { NamingColumn } from "./table-with-people.ts";

/** Letters that can be part of a login; those of a company's own users have an underline in them. */
const loginLike = /(?<![\w-])[\w-]+/gu;

/** What stands before a login that is the end of the address of a profile. The longest name of a host has 253 letters. */
const profile = /\bhttps?:\/\/[^\s/"]{1,253}\/$/u;
const longestProfile = 270;

/** Whether two logins are one person's: GitHub takes capitals and small letters for the same. */
export function isLogin(value: unknown, login: string): boolean {
  return typeof value === "string" && value.toLowerCase() === login.toLowerCase();
}

/** Whether a text has the login in it as a word of its own, whatever it means there. */
export function hasLogin(text: string, login: string): boolean {
  return [...text.matchAll(loginLike)].some(([word]) => isLogin(word, login));
}

/** Words that name the person no more: neither by a mention nor by the address of their profile. */
export function wordsWithout(text: string, login: string): string {
  return text.replace(loginLike, (word, at: number) =>
    isLogin(word, login) && isNamed(text, at, word) ? ghost : word,
  );
}

function isNamed(text: string, at: number, word: string): boolean {
  // With something behind it, it is an owner of repositories, or of teams.
  if (text[at + word.length] === "/") return false;
  if (text[at - 1] === "@") return !/[\w-]/u.test(text[at - 2] ?? "");
  return text[at - 1] === "/" && profile.test(text.slice(Math.max(0, at - longestProfile), at));
}

/** JSON text that names the person no more; the same text where it never did. */
export function jsonWithout(
  text: string,
  login: string,
  { ghost: ghosts, gone }: Extract<NamingColumn, { readonly is: "json" }>,
): string {
  let isChanged = false;
  const change = (value: unknown, key: string | undefined): unknown => {
    if (typeof value === "string") {
      const isTheirs = key !== undefined && ghosts.includes(key) && isLogin(value, login);
      const now = isTheirs ? ghost : wordsWithout(value, login);
      isChanged ||= now !== value;
      return now;
    }
    if (Array.isArray(value)) return value.map((it) => change(it, key));
    if (typeof value !== "object" || value === null) return value;
    const kept = Object.entries(value).filter(([name, it]) => !(gone.includes(name) && isLogin(it, login)));
    isChanged ||= kept.length < Object.keys(value).length;
    return Object.fromEntries(kept.map(([name, it]) => [name, change(it, name)]));
  };
  const changed = change(JSON.parse(text), undefined);
  return isChanged ? JSON.stringify(changed) : text;
}
