import { deflateSync } from "node:zlib";

/** Colour types of a PNG, by what media tools call the form of a pixel. */
const colourTypes = { gray: 0, rgb24: 2, rgba: 6 } as const;

/** A black PNG. */
export function png(width: number, height: number, form: keyof typeof colourTypes = "rgba"): Blob {
  const head = new DataView(new ArrayBuffer(13));
  head.setUint32(0, width);
  head.setUint32(4, height);
  head.setUint8(8, 8);
  head.setUint8(9, colourTypes[form]);
  const samples = { gray: 1, rgb24: 3, rgba: 4 }[form];
  const lines = new Uint8Array((1 + width * samples) * height);
  const chunks = [
    new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", new Uint8Array(head.buffer)),
    chunk("IDAT", new Uint8Array(deflateSync(lines))),
    chunk("IEND", new Uint8Array()),
  ];
  return new Blob(chunks, { type: "image/png" });
}

/** The head of a JPEG in three colours, behind a comment, as nothing here decodes the rest. */
export function jpeg(width: number, height: number): Blob {
  const size = [height >> 8, height & 255, width >> 8, width & 255];
  const comment = [0xff, 0xfe, 0x00, 0x05, 0x61, 0x62, 0x63, 0xff];
  const frame = [0xff, 0xc0, 0x00, 0x11, 0x08, ...size, 0x03, 0x01, 0x22, 0x00, 0x02, 0x11, 0x01, 0x03, 0x11, 0x01];
  return new Blob([new Uint8Array([0xff, 0xd8, ...comment, ...frame, 0xff, 0xd9])], { type: "image/jpeg" });
}

/** A chunk without its checksum being right: heads are read, and not checked. */
function chunk(type: string, data: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(12 + data.length);
  new DataView(bytes.buffer).setUint32(0, data.length);
  bytes.set(new TextEncoder().encode(type), 4);
  bytes.set(data, 8);
  return bytes;
}
