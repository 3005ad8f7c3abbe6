/** A boolean attribute in words: inside the sandbox React would write a bare `true` as an empty text. */
export function flag(isSet: boolean): 'true' | 'false' {
  return isSet ? 'true' : 'false';
}
