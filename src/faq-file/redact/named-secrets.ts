/**
 * Names of what is secret, at the end of a longer one: `DB_PASSWORD`, `apiKey`, `aws.secret-access-key`. Values may be as
 * long as the key of a service account in base64.
 */
const assignment =
  /(?<![\w.-])(?<name>[\w.-]{0,60}?(?:password|passwd|passphrase|pwd|(?<![a-z])pass|secret|token|credentials?|(?<![a-z])auth|(?:api|app|access|account|auth|client|encryption|master|private|secret|service|shared|signing|storage|webhook|license)[_.-]?key|[A-Z]_KEY)(?:_?\d{1,2}|_base)?)(?<sign>["'`\])]{0,3}\s{0,3}(?::=|=>|[:=])\s{0,3})(?:"(?<double>[^"\n]{4,4000})"|'(?<single>[^'\n]{4,4000})'|`(?<ticked>[^`\n]{4,4000})`|(?<bare>[^\s"'`<>,;&(){}[\]|]{5,4000}))/giu;

/** `--password x`, and `login x password y` of a `.netrc`. */
const afterOption =
  /(?<=\s--(?:[a-z]{1,20}-){0,3}(?:password|passphrase|token|secret|api-?key|access-?key)[ =]["']?|\blogin\s{1,3}[^\s]{1,60}\s{1,3}password\s{1,3})[^\s"'`<>,;&(){}[\]|]{5,300}/giu;

/** `-u name:password`, as curl and others have it. */
const afterUser = /(?<=\s(?:-u|--user)[ =]["']?[^\s:"'$<]{1,60}:)[^\s"'`<>$]{4,200}/giu;

/** The header by which requests say who they are, with its schemes. */
const header =
  /(?<=\b(?:authorization|x-[a-z-]{0,30}(?:key|token)|private-token)["']?\s{0,3}[:=,]\s{0,3}["']?(?:(?:bearer|basic|token|apikey|digest)\s{1,3})?)(?!(?:bearer|basic|token|apikey|digest)\b)[\w+/=.~:-]{8,4000}/giu;
const scheme = /(?<=\b(?:bearer|basic)\s{1,3})[\w+/=.~-]{16,4000}/giu;

/** `://name:password@`, with and without a name. */
const inAddress = /(?<=:\/\/[^\s:/@<>"'`]{0,100}:)[^\s/@<>"'`]{3,300}(?=@)/giu;

const inQuery =
  /(?<=[?&](?:access_token|auth_token|token|api_?key|key|sig|signature|password|secret|client_secret|x-amz-signature)=)[^\s&#"'`<>)]{8,2000}/giu;

/** Names of what is no secret, although it is called a key. */
const publicName = /public|primary|foreign|partition|cache|hot|row|sort|csrf/iu;
const passwordName = /pass|pwd|passphrase|secret[_.-]?(?:access[_.-]?)?key|client[_.-]?secret/iu;

/** What stands in the place of a secret. */
interface Replacements {
  readonly token: () => string;
  readonly password: () => string;
}

/** The text with what is named as a secret taken out; `replacements` says what takes its place. */
export function withoutNamedSecrets(text: string, replacements: Replacements): string {
  const take = (value: string): string => (isRandom(value) && !isPlaceholder(value) ? replacements.token() : value);
  const takePassword = (value: string): string => (isPlaceholder(value) ? value : replacements.password());
  return text
    .replaceAll(header, take)
    .replaceAll(scheme, take)
    .replaceAll(inQuery, take)
    .replaceAll(inAddress, takePassword)
    .replaceAll(afterUser, takePassword)
    .replaceAll(afterOption, takePassword)
    .replaceAll(assignment, (...found) => {
      const [whole] = found;
      const groups = found.at(-1) as Readonly<Record<"name" | "sign", string> & Record<string, string | undefined>>;
      const value = groups["double"] ?? groups["single"] ?? groups["ticked"] ?? groups["bare"] ?? "";
      const isBare = groups["bare"] !== undefined;
      const behind = text.slice(Number(found.at(-3)) + whole.length, Number(found.at(-3)) + whole.length + 1);
      const isAlone = behind === "" || behind === "\n";
      if (publicName.test(groups.name) || !isSecret(groups, value, { isBare, isAlone })) return whole;
      const at = whole.lastIndexOf(value);
      return whole.slice(0, at) + replacements.password() + whole.slice(at + value.length);
    });
}

interface ValueContext {
  /** Not in quotes. */
  readonly isBare: boolean;
  /** Nothing follows on its line. */
  readonly isAlone: boolean;
}

/** What is called a password may be any word; what is called a token or key is one only where it looks like chance. */
function isSecret({ name, sign }: Record<"name" | "sign", string>, value: string, at: ValueContext): boolean {
  if (isPlaceholder(value)) return false;
  if (!passwordName.test(name)) return isRandom(value) && !/\s/u.test(value);
  if (/\s/u.test(value)) return !isSentence(value);
  const isWord = /^[a-z]+$/iu.test(value);
  return !at.isBare || !isWord || sign.includes("=") || (at.isAlone && value.length >= 8);
}

/** Words that forms show, and that nobody takes for a passphrase. */
function isSentence(value: string): boolean {
  return /\b(?:your|password|passwort|please|must|forgot|required|enter|confirm|repeat|new|the|is|not)\b/iu.test(value);
}

/** What stands for a secret, or says where it comes from. */
function isPlaceholder(value: string): boolean {
  return (
    /^(?:[$<%{*([@#]|\.{2}|x{3}|redacted|your|my[-_]|some[-_]|the[-_]|example|sample|placeholder|change[-_]?me|replace|insert|dummy|todo|null$|none$|nil$|true$|false$|undefined$|string$|required$|optional$|env[.:]|process\.|secrets?[./]|vault:|arn:|https?:\/\/|file:|\.{0,2}\/[\w.-]+\/)/iu.test(
      value,
    ) ||
    /^(?:password|passwd|pass|pwd|secret|token|apikey|api[-_]key|user|username)\d{0,1}$/iu.test(value) ||
    // A name in a program: `process.env.DB_PASSWORD`, `config.password`, `getToken`.
    /^[a-z_$][\w$]*(?:(?:\.|\?\.|::|->)[a-z_$][\w$]*)+$/iu.test(value) ||
    /^(.)\1+$/u.test(value)
  );
}

/** Whether a word looks like chance: long enough, letters and digits, and no few characters again and again. */
function isRandom(value: string): boolean {
  return value.length >= 8 && /\d/u.test(value) && /[a-z]/iu.test(value) && entropy(value) >= 2.5;
}

/** Bits for each character, by Shannon. */
function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const it of text) counts.set(it, (counts.get(it) ?? 0) + 1);
  return [...counts.values()].reduce((sum, it) => sum - (it / text.length) * Math.log2(it / text.length), 0);
}
