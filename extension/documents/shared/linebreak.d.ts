/** The package ships no types. */
declare module 'linebreak' {
  export type Break = { position: number; required: boolean };

  /** Where a line may end by the rules of Unicode (UAX 14), Chinese punctuation included. */
  export default class LineBreaker {
    constructor(text: string);
    nextBreak(): Break | null;
  }
}
