/** Text as base64 of its UTF-8, which is how a file reaches a function. */
const AT_ONCE = 8_192;

export function base64OfText(text: string): string {
  const bytes = new TextEncoder().encode(text);
  let binary = '';
  // All at once would be more arguments than a call takes.
  for (let at = 0; at < bytes.length; at += AT_ONCE) {
    binary += String.fromCharCode(...bytes.subarray(at, at + AT_ONCE));
  }
  return btoa(binary);
}
