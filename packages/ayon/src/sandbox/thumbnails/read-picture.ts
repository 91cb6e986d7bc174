/** What the head of a picture says. */
export interface Picture {
  readonly mime: "image/png" | "image/jpeg";
  /** Of its bytes: `png` or `mjpeg`. */
  readonly codec: "png" | "mjpeg";
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  /** Form of a pixel, as media tools call it. */
  readonly pixelFormat: string;
}

/** Reads the head of a PNG or a JPEG; undefined for other bytes, and where the head is damaged. */
export function readPicture(bytes: Uint8Array): Picture | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const picture = readPng(view) ?? readJpeg(view);
  return picture !== undefined && picture.width > 0 && picture.height > 0 ? picture : undefined;
}

/** Forms of a pixel by colour type, with 8 bits and with 16. */
const pngFormats: Readonly<Record<number, readonly [string, string]>> = {
  0: ["gray", "gray16be"],
  2: ["rgb24", "rgb48be"],
  3: ["pal8", "pal8"],
  4: ["ya8", "ya16be"],
  6: ["rgba", "rgba64be"],
};

/** @see https://www.w3.org/TR/png-3/#11IHDR */
function readPng(view: DataView): Picture | undefined {
  if (view.byteLength < 33 || view.getUint32(0) !== 0x89504e47 || view.getUint32(4) !== 0x0d0a1a0a) return undefined;
  if (view.getUint32(12) !== 0x49484452) return undefined; // the first chunk has to be IHDR
  const [shallow, deep] = pngFormats[view.getUint8(25)] ?? [];
  const pixelFormat = view.getUint8(24) === 16 ? deep : shallow;
  if (pixelFormat === undefined) return undefined;
  return { mime: "image/png", codec: "png", width: view.getUint32(16), height: view.getUint32(20), pixelFormat };
}

/** @see https://www.w3.org/Graphics/JPEG/itu-t81.pdf section B.2 */
function readJpeg(view: DataView): Picture | undefined {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return undefined;
  let at = 2;
  while (at + 4 <= view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    const length = view.getUint16(at + 2);
    // All markers from SOF0 to SOF15 begin a frame, but for three that mean something else.
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return readFrame(view, at + 4, length - 2);
    if (marker === 0xff)
      at += 1; // a fill byte
    else at += 2 + length;
  }
  return undefined;
}

function readFrame(view: DataView, at: number, length: number): Picture | undefined {
  if (length < 9 || at + length > view.byteLength) return undefined;
  const [height, width] = [view.getUint16(at + 1), view.getUint16(at + 3)];
  const sampling = view.getUint8(at + 7);
  const pixelFormat = view.getUint8(at + 5) === 1 ? "gray" : (jpegFormats[sampling] ?? "yuvj444p");
  return { mime: "image/jpeg", codec: "mjpeg", width, height, pixelFormat };
}

/** Forms of a pixel by the sampling of the first of three components. */
const jpegFormats: Readonly<Record<number, string>> = { 34: "yuvj420p", 33: "yuvj422p", 17: "yuvj444p" };
