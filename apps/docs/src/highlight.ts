import { type Html, html } from "./html.ts";

const token =
  /(?<comment>\/\/[^\n]*|\/\*[\s\S]*?\*\/)|(?<string>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`)|(?<keyword>\b(?:import|from|export|const|let|await|async|new|for|of|if|else|return|try|catch|throw|function|type|interface)\b)/g;

/** TypeScript as HTML with its comments, strings and keywords marked; the rest is plain text. */
export function highlight(code: string): Html {
  const pieces: Html[] = [];
  let end = 0;
  for (const match of code.matchAll(token)) {
    const kind = Object.entries(match.groups ?? {}).find(([, text]) => text !== undefined)?.[0];
    pieces.push(html`${code.slice(end, match.index)}<span class="${kind}">${match[0]}</span>`);
    end = match.index + match[0].length;
  }
  return html`${pieces}${code.slice(end)}`;
}
