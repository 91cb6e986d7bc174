import { logo } from "./logo.ts";
import { json } from "./scene-file.ts";

/** The files that both kinds of build have: style, manifest and logo. */
export function pageFiles(name: string): {
  readonly styles: string;
  readonly manifest: string;
  readonly logo: Uint8Array;
} {
  return {
    styles: "html, body { margin: 0; height: 100%; background: #1d292c; }\ncanvas { display: block; }\n",
    manifest: json({ name, short_name: name, display: "fullscreen", start_url: ".", icons: [] }),
    logo: logo(),
  };
}

/** A text inside HTML. */
export function escapeHtml(text: string): string {
  const names: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  return text.replaceAll(/[&<>"]/g, (character) => names[character] ?? character);
}
