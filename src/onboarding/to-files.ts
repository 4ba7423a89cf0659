import { configPath } from "../config/schema.ts";
import { formFolder, type Finds, type MadeFile } from "./repository-finds.ts";
import { toConfig } from "./to-config.ts";
import { ideaForm, questionForm } from "./to-form.ts";

/** Slugs that can be the name of a file on every system. */
const fileName = /^[\p{L}\p{N}][\p{L}\p{N}_-]{0,99}$/u;

/**
 * The files that a repository begins with: the config, and a form for the first category of questions and of ideas, where it has
 * none. GitHub reads a form from the file that is called as its category:
 * https://docs.github.com/en/discussions/managing-discussions-for-your-community/creating-discussion-category-forms
 */
export function toFiles(finds: Finds): readonly MadeFile[] {
  const form = (slug: string | undefined, make: (slug: string) => string): MadeFile[] => {
    const isWanted = slug !== undefined && fileName.test(slug) && !finds.forms.includes(slug);
    return isWanted ? [{ path: `${formFolder}/${slug}.yml`, text: make(slug) }] : [];
  };
  const [question] = finds.questions;
  const [idea] = finds.ideas;
  return [
    { path: configPath, text: toConfig(finds) },
    ...form(question, questionForm),
    ...(idea === question ? [] : form(idea, ideaForm)),
  ];
}
