/**
 * Formats: which encoding a text file is in. Banks of mainland China write GBK, of Taiwan Big5, of Europe
 * Windows-1252, and few of them say so. May touch the platform's decoders only.
 */
export function decodeText(bytes: Uint8Array): string {
  return decoded(bytes, encodingOf(bytes));
}

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5' | 'windows-1252';

function decoded(bytes: Uint8Array, encoding: Encoding): string {
  const text = new TextDecoder(encoding).decode(bytes);
  return encoding === 'windows-1252' ? text.replace(/[\u0080-\u009f]/g, windowsCharacter) : text;
}

/** Node before 24 reads Windows-1252 as Latin-1, which has control characters where these belong. */
const WINDOWS_80_TO_9F = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function windowsCharacter(control: string): string {
  return WINDOWS_80_TO_9F[control.charCodeAt(0) - 0x80] ?? control;
}

function encodingOf(bytes: Uint8Array): Encoding {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const wide = wideEncoding(bytes.subarray(0, SAMPLE));
  if (wide !== null) return wide;
  return isUtf8(bytes) ? 'utf-8' : legacyEncoding(bytes.subarray(0, SAMPLE));
}

const SAMPLE = 200_000;

/** UTF-16 without a mark: digits and commas have a zero byte beside them, always on the same side. */
function wideEncoding(bytes: Uint8Array): Encoding | null {
  const zeros = [0, 0];
  for (const [index, byte] of bytes.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (Math.max(even, odd) < bytes.length / 10 || Math.min(even, odd) > 0) return null;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/**
 * Everyday characters stand together: GBK has them at B0-D7 A1-FE, Big5 at A4-C6 40-7E or A1-FE (punctuation
 * before that). Where most pairs are everyday ones, that is the encoding; a letter with an accent among plain
 * ones makes no such pairs.
 */
function legacyEncoding(bytes: Uint8Array): Encoding {
  let [pairs, gbk, big5] = [0, 0, 0];
  for (let index = 0; index + 1 < bytes.length; index += 1) {
    const [lead = 0, trail = 0] = [bytes[index], bytes[index + 1]];
    if (lead < 0x80) continue;
    pairs += 1;
    if (lead >= 0xa1 && lead <= 0xd7 && trail >= 0xa1) gbk += 1;
    if (lead >= 0xa1 && lead <= 0xc6 && (trail >= 0xa1 || (trail >= 0x40 && trail <= 0x7e))) big5 += 1;
    // The next character starts after the pair.
    index += 1;
  }
  if (Math.max(gbk, big5) * 2 < pairs) return 'windows-1252';
  return gbk >= big5 ? 'gb18030' : 'big5';
}
