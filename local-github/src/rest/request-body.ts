import { refusalByText, restErrorTexts } from "./error-texts.ts";

/** Reads fields of a JSON body and refuses what is missing or of another type as GitHub does. */
export class RequestBody {
  readonly #fields: Readonly<Record<string, unknown>>;

  constructor(body: unknown) {
    this.#fields = body !== null && typeof body === "object" && !Array.isArray(body) ? { ...body } : {};
  }

  has(name: string): boolean {
    return this.#fields[name] !== undefined;
  }

  /** A text that must be there. */
  text(name: string): string {
    const value = this.#fields[name];
    if (value === undefined) throw refusalByText(restErrorTexts.notSupplied, { name });
    if (typeof value !== "string") throw wrongType(name, value, "a string");
    return value;
  }

  /** A text, null, or undefined when it is not there. */
  nullableText(name: string): string | null | undefined {
    const value = this.#fields[name];
    return value === null ? null : this.optionalText(name);
  }

  /** A text, or undefined when it is not there; null counts as not there. */
  optionalText(name: string): string | undefined {
    const value = this.#fields[name];
    return value === undefined || value === null ? undefined : this.text(name);
  }

  /** A number, or undefined when it is not there. Texts of digits are numbers too, as GitHub takes them. */
  optionalNumber(name: string): number | undefined {
    const value = this.#fields[name];
    if (value === undefined || value === null) return undefined;
    const number = typeof value === "string" && /^\d+$/u.test(value) ? Number(value) : value;
    if (typeof number !== "number" || !Number.isSafeInteger(number)) throw wrongType(name, value, "a number");
    return number;
  }

  optionalFlag(name: string): boolean | undefined {
    const value = this.#fields[name];
    if (value === undefined || value === null) return undefined;
    if (typeof value !== "boolean") throw wrongType(name, value, "a boolean");
    return value;
  }

  /** A list of texts; labels may also come as objects with a name. */
  optionalTexts(name: string): string[] | undefined {
    const value = this.#fields[name];
    if (value === undefined || value === null) return undefined;
    if (!Array.isArray(value)) throw wrongType(name, value, "an array");
    return value.map((item: unknown) => {
      const text = new RequestBody(item).optionalText("name") ?? item;
      if (typeof text !== "string") throw wrongType(name, item, "a string");
      return text;
    });
  }

  optionalNumbers(name: string): number[] | undefined {
    const value = this.#fields[name];
    if (value === undefined || value === null) return undefined;
    if (!Array.isArray(value)) throw wrongType(name, value, "an array");
    return value.map((item: unknown) => {
      if (typeof item !== "number") throw wrongType(name, item, "a number");
      return item;
    });
  }

  /** An object; an empty one when it is not there. */
  object(name: string): RequestBody {
    const value = this.#fields[name];
    if (value !== undefined && (value === null || typeof value !== "object" || Array.isArray(value))) {
      throw wrongType(name, value, "an object");
    }
    return new RequestBody(value);
  }

  /** A list of objects that must be there. */
  objects(name: string): RequestBody[] {
    const value = this.#fields[name];
    if (value === undefined) throw refusalByText(restErrorTexts.notSupplied, { name });
    if (!Array.isArray(value)) throw wrongType(name, value, "an array");
    return value.map((item: unknown) => new RequestBody(item));
  }

  /** All fields as they came. */
  entries(): [string, unknown][] {
    return Object.entries(this.#fields);
  }
}

function wrongType(name: string, value: unknown, wanted: string): Error {
  // GitHub is written in Ruby, and says so.
  const shown = value === null ? "nil" : JSON.stringify(value);
  return refusalByText(restErrorTexts.wrongType, { name, value: shown, wanted });
}
