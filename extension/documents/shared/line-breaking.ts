/** Breaks a text into lines of a width, where the rules of Unicode let a line end (UAX 14). */
import LineBreaker from 'linebreak';

/** The width of a text in points. */
export type Measure = (text: string) => number;

/** A width that was measured of the very text it is to hold must do, whatever became of its last bits. */
const SLACK = 0.01;

/** At least one line; blanks at the end of a line take no room. */
export function breakLine(text: string, room: number, measure: Measure): string[] {
  const width = room + SLACK;
  if (measure(text) <= width) return [text.trimEnd()];
  const lines: string[] = [];
  let [line, used] = ['', 0];
  for (const piece of piecesOf(text)) {
    if (line !== '' && used + measure(piece.trimEnd()) > width) {
      lines.push(line.trimEnd());
      [line, used] = ['', 0];
    }
    const parts = cutToFit(piece, width, measure);
    lines.push(...parts.slice(0, -1));
    line += parts.at(-1) ?? '';
    used += measure(parts.at(-1) ?? '');
  }
  return [...lines, line.trimEnd()];
}

/** The longest stretches of a text within which no line may end. */
function piecesOf(text: string): string[] {
  const breaker = new LineBreaker(text);
  const pieces: string[] = [];
  let from = 0;
  for (let next = breaker.nextBreak(); next !== null; next = breaker.nextBreak()) {
    if (next.position > from) pieces.push(text.slice(from, next.position));
    from = next.position;
  }
  if (from < text.length) pieces.push(text.slice(from));
  return pieces;
}

/** A piece that is wider than the line by itself, such as a web address, is cut wherever it is full. */
function cutToFit(piece: string, width: number, measure: Measure): string[] {
  if (measure(piece.trimEnd()) <= width) return [piece];
  const parts: string[] = [];
  let part = '';
  for (const character of piece) {
    if (part !== '' && measure(part + character) > width) {
      parts.push(part);
      part = '';
    }
    part += character;
  }
  return [...parts, part];
}
