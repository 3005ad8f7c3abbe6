/** "1-5, 8" as floors; also below ground: "-2--1". Null when it is no such list. */
const MOST = 300;

export function floorsOf(text: string): number[] | null {
  const floors = new Set<number>();
  for (const part of text.normalize('NFKC').split(/[,、;]/)) {
    const [, from, to = from] = /^\s*(-?\d{1,3})\s*(?:[-–~]\s*(-?\d{1,3}))?\s*$/.exec(part) ?? [];
    if (from === undefined || Number(to) < Number(from)) return null;
    for (let floor = Number(from); floor <= Number(to); floor += 1) floors.add(floor);
  }
  return floors.size <= MOST ? [...floors].sort((a, b) => a - b) : null;
}
