/** Writes text in encodings that the platform only reads: by reading every pair of bytes once. */
export function encoderOf(encoding: 'gbk' | 'big5'): { encode: (text: string) => Uint8Array } {
  const decoder = new TextDecoder(encoding);
  const pairs = new Map<string, readonly number[]>();
  for (let lead = 0xa1; lead <= 0xf9; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const text = decoder.decode(Uint8Array.of(lead, trail));
      if (text.length === 1 && text !== '\ufffd' && !pairs.has(text)) pairs.set(text, [lead, trail]);
    }
  }
  const encode = (text: string): Uint8Array =>
    Uint8Array.from([...text].flatMap((one) => pairs.get(one) ?? [one.charCodeAt(0) & 0x7f]));
  return { encode };
}
