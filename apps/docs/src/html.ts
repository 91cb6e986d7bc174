const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** HTML that needs no escaping any more. */
export interface Html {
  readonly html: string;
}

/** What can stand in a {@link html} template: text and numbers are escaped, lists joined, `undefined` and `false` left out. */
export type HtmlValue = string | number | Html | undefined | false | readonly HtmlValue[];

/** Template tag whose values are escaped, in text and inside quoted attributes. */
export function html(parts: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  return { html: parts.map((part, index) => part + render(values[index])).join("") };
}

/** Marks text as HTML that is right as it stands. */
export function raw(text: string): Html {
  return { html: text };
}

function render(value: HtmlValue): string {
  if (value === undefined || value === false) return "";
  if (typeof value === "object") return "html" in value ? value.html : value.map(render).join("");
  return String(value).replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
