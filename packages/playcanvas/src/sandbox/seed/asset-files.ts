import { logo } from "../build/logo.ts";

/** The files of the project's assets by asset id: name, media type and content. */
export const assetFiles: Readonly<Record<number, readonly [name: string, type: string, content: string | Uint8Array]>> =
  {
    30115: ["departures.json", "application/json", '{ "island": ["08:10", "12:40", "17:25"] }\n'],
    31402: ["boat.js", "text/javascript", "export const speed = 4;\n"],
    31403: ["tide.js", "text/javascript", "export const metres = (hour) => 1.6 * Math.sin((hour * Math.PI) / 6.2);\n"],
    31404: ["gull.js", "text/javascript", 'export const cry = () => "kee-ow";\n'],
    31405: ["lamp.js", "text/javascript", "export const flashSeconds = 10;\n"],
    31406: ["camera-path.js", "text/javascript", "export const points = [[0, 2, 9], [6, 3, 4]];\n"],
    31407: ["panel.js", "text/javascript", 'export const title = "Harbour tour";\n'],
    31408: ["panel.html", "text/html", "<p>Press any key to sail.</p>\n"],
    31409: ["panel.css", "text/css", "p { color: white; }\n"],
    31410: ["tide-table.json", "application/json", '{ "high": ["05:50", "18:15"] }\n'],
    31411: ["buoys.json", "application/json", '{ "green": 4, "red": 3 }\n'],
    31412: ["credits.txt", "text/plain", "Built at the old pier.\n"],
    31413: [
      "water.vert",
      "text/plain",
      "attribute vec3 position;\nvoid main() { gl_Position = vec4(position, 1.0); }\n",
    ],
    31414: ["water.frag", "text/plain", "void main() { gl_FragColor = vec4(0.1, 0.3, 0.5, 1.0); }\n"],
    31417: ["water.png", "image/png", logo()],
    31418: ["planks.png", "image/png", logo()],
    31419: ["sail.png", "image/png", logo()],
  };
