/** What the answer under a label of a question form counts as; `nothing` is left out. */
export type LabelRole = "prose" | "code" | "aside" | "nothing";

/**
 * Labels that question forms commonly have (`### Steps to reproduce`), each a start of the label in lower case, and
 * what stands under them. The labels themselves say nothing about the question.
 * Where somebody writes logs or configuration, it is code with or without a fence; what machine and version it was on
 * is a remark aside.
 */
const roles: readonly (readonly [LabelRole, RegExp])[] = [
  [
    "nothing",
    /^(code of conduct|checklist|check ?list|prerequisites|guidelines|before (submitting|you|posting|asking)|i (have|agree|confirm)|is there an existing|existing (issue|discussion)|have you (read|searched|checked|tried)|did you (read|search|check)|search(ed)? (before|existing)|validations?|preflight|terms|select topic|topic area|discussion type|contribut|are you (willing|interested)|would you (like|be willing)|willing to|contact|e-?mail|first time|commit to help|priority|severity|sponsor)/u,
  ],
  [
    "aside",
    /^(environment|env\b|your environment|system|operating system|os\b|platform|browsers?\b|device|hardware|desktop|smartphone|versions?\b|(what|which) (version|os|operating|browser|platform|package manager|device|edition)|[\w.@/ -]{1,30} versions?\b|package manager|used package manager|installation method|how did you install|deployment|hosting|tech stack|setup\b|info\b|link to (the )?(code|repro|reproduction|sandbox)|(reproduction|repository|repo|sandbox|playground) (link|url)|screenshots?|screen ?recordings?|videos?)/u,
  ],
  [
    "code",
    /^((relevant |application |server |browser |console |debug |error |full |build )*(logs?|log output|console output|output|stack ?traces?|trace ?back|error messages?|dump)\b|example code|code( snippets?| sample| example)?$|(sample|minimal) code|config(uration)?( files?)?$|your config|package\.json|docker-?compose|dockerfile|yaml|relevant code|terminal output|paste)/u,
  ],
  [
    "prose",
    /^(describe|description|(bug|issue|problem|feature|short|detailed|brief) description|steps?( to|$)|reproduc|to reproduce|how (to|can we|do we) reproduce|minimal reproduction|expected|actual|current behaviou?r|observed|additional (context|information|info|notes|details)|anything else|other (information|context)|what (happened|happens|did you|do you|are you|is the|have you|went wrong|you)|what's|is your (feature|question|issue)|summary|body$|details?$|question$|your question|overview|context$|background|motivation|use case|problem( statement)?$|the problem|proposed|proposal|(possible |suggested |desired )*solution|alternatives|workarounds?$|goals?$|impact$|notes?$|tl;?dr)/u,
  ],
];

/** Longer headings are sentences that only begin like a label. */
const maxLabelLength = 80;

/** What stands under a heading, if it is the label of a form; undefined for a heading of the asker's own. */
export function labelRole(heading: string): LabelRole | undefined {
  if (heading.length > maxLabelLength) return undefined;
  const label = heading.replace(/^[^\p{L}]+/u, "").toLowerCase();
  return roles.find(([, pattern]) => pattern.test(label))?.[0];
}
