/** Shapes from numbers: shares of a height, points of a line, slices of a ring. No layout is ever measured. */

/** The next round number: where an axis ends. 1 when there is nothing above zero. */
export function axisTop(values: readonly number[]): number {
  const most = Math.max(0, ...values);
  if (most === 0) return 1;
  const power = 10 ** Math.floor(Math.log10(most));
  const step = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].find((each) => each * power >= most) ?? 10;
  return step * power;
}

/** Percent of the top, between 0 and 100; what is there is seen, however small. */
export function percentOf(value: number, top: number): number {
  if (!(value > 0) || !(top > 0)) return 0;
  return Math.min(100, Math.max(0.8, (value / top) * 100));
}

type LinePoint = { x: number; y: number };

/**
 * Points of a line through a box of 100 by 100 between two values. `inset` is how many steps the ends stay away
 * from the sides: half a step puts each point over the middle of its label.
 */
export function linePoints(values: readonly number[], top: number, bottom: number, inset = 0): LinePoint[] {
  const steps = values.length - 1 + 2 * inset;
  return values.map((value, index) => ({
    x: steps === 0 ? 50 : round(((index + inset) / steps) * 100),
    y: top === bottom ? 100 : round(100 - ((value - bottom) / (top - bottom)) * 100),
  }));
}

export function pathOf(points: readonly LinePoint[]): string {
  return points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join(' ');
}

export type Slice = { path: string; labelX: number; labelY: number; share: number };

/** Slices of a ring around (50, 50), clockwise from the top; negative parts take no room. */
export function ring(values: readonly number[], outer = 48, inner = 30): Slice[] {
  const shown = values.map((value) => Math.max(0, value));
  const total = shown.reduce((all, value) => all + value, 0);
  let from = 0;
  return shown.map((value) => {
    const share = total === 0 ? 0 : value / total;
    const slice = { ...sliceOf(from, from + share, outer, inner), share };
    from += share;
    return slice;
  });
}

function sliceOf(from: number, to: number, outer: number, inner: number) {
  // A whole ring begins where it ends and would not be drawn.
  const end = to - from >= 1 ? from + 0.9999 : to;
  const big = end - from > 0.5 ? 1 : 0;
  const [a, b, c, d] = [at(from, outer), at(end, outer), at(end, inner), at(from, inner)];
  const middle = at((from + to) / 2, (outer + inner) / 2);
  const path =
    to <= from
      ? ''
      : `M${a.x} ${a.y}A${outer} ${outer} 0 ${big} 1 ${b.x} ${b.y}L${c.x} ${c.y}A${inner} ${inner} 0 ${big} 0 ${d.x} ${d.y}Z`;
  return { path, labelX: middle.x, labelY: middle.y };
}

function at(turn: number, radius: number): { x: number; y: number } {
  const angle = turn * 2 * Math.PI - Math.PI / 2;
  return { x: round(50 + radius * Math.cos(angle)), y: round(50 + radius * Math.sin(angle)) };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
