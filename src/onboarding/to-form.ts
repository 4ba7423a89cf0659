/**
 * The form of a category for ideas. Its headings are what the app reads as the three answers of a request:
 * `src/features/feature-requests/answers/read-answers.ts`. It is the example in `docs/examples` as well.
 */
export function ideaForm(slug: string): string {
  return `# .github/DISCUSSION_TEMPLATE/${slug}.yml: asks the three questions of a feature request. The file is named after the category.
body:
  - type: markdown
    attributes:
      value: |
        Thank you for the idea. Please look whether somebody has asked for it already, and vote there if so.
  - type: textarea
    id: why
    attributes:
      label: Why is it needed?
      description: Who is stuck, how often, and what do they do instead today? Tell the story, not the solution.
    validations:
      required: true
  - type: textarea
    id: outcome
    attributes:
      label: What outcome is wanted?
      description: How would you notice that it is done?
    validations:
      required: true
  - type: dropdown
    id: urgency
    attributes:
      label: How urgent is it?
      options:
        - Nice to have
        - It saves me time every week
        - I cannot go on without it
    validations:
      required: true
`;
}

/** The form of a category for questions: what whoever answers has to know, and the words by which answers are found. */
export function questionForm(slug: string): string {
  return `# .github/DISCUSSION_TEMPLATE/${slug}.yml: asks what whoever answers has to know. The file is named after the category.
body:
  - type: markdown
    attributes:
      value: |
        Please look in the docs and among answered questions first. Leave out passwords, tokens and names of customers.
  - type: textarea
    id: goal
    attributes:
      label: What do you want to do?
      description: What you are after, in a sentence or two, and not only the step that fails.
    validations:
      required: true
  - type: textarea
    id: happened
    attributes:
      label: What happened?
      description: What you did, what you expected, and error messages word for word.
    validations:
      required: true
  - type: input
    id: version
    attributes:
      label: Which version do you use?
      placeholder: "1.2.3, on Ubuntu 24.04"
    validations:
      required: false
`;
}
