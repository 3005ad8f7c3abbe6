/** Photos of a snag: what is taken for one, and how many. By their first bytes, whatever a name says. */

export const PHOTO_SIDES = ['BEFORE', 'AFTER'] as const;

export type PhotoSide = (typeof PHOTO_SIDES)[number];

export const MOST_PHOTO_BYTES = 5 * 1024 * 1024;
export const MOST_PHOTOS = 10;

export type PhotoType = 'jpg' | 'png' | 'webp';

const startsWith = (bytes: Uint8Array, at: number, signs: readonly number[]) =>
  signs.every((sign, index) => bytes[at + index] === sign);

/** Null for whatever else it is. */
export function photoTypeOf(bytes: Uint8Array): PhotoType | null {
  if (startsWith(bytes, 0, [0xff, 0xd8, 0xff])) return 'jpg';
  if (startsWith(bytes, 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png';
  // "RIFF", four bytes of length, "WEBP".
  if (startsWith(bytes, 0, [0x52, 0x49, 0x46, 0x46]) && startsWith(bytes, 8, [0x57, 0x45, 0x42, 0x50]))
    return 'webp';
  return null;
}

/** The same photo has the same name, so that what is sent twice is kept once. */
export function photoName(side: PhotoSide, hash: string, type: PhotoType): string {
  return `${side.toLowerCase()}-${hash.slice(0, 16)}.${type}`;
}

export function photoSideOf(name: string): PhotoSide | null {
  if (!/^(before|after)-[0-9a-f]{16}\.(jpg|png|webp)$/.test(name)) return null;
  return name.startsWith('before') ? 'BEFORE' : 'AFTER';
}
