/** The style rules of the states of a unit, made from the one table of their looks. */
import {
  type Pattern,
  type Swatch,
  UNIT_APPEARANCE,
  UNIT_CLASSES,
} from '#widgets/shared/unit-state/unit-appearance.ts';

const STRIPES = 'var(--kt-mark) 0 2px,transparent 2px 5px';

const PATTERNS: Record<Pattern, string> = {
  NONE: 'none',
  SOLID: 'linear-gradient(var(--kt-mark),var(--kt-mark))',
  DIAGONAL: `repeating-linear-gradient(45deg,${STRIPES})`,
  BACK_DIAGONAL: `repeating-linear-gradient(-45deg,${STRIPES})`,
  VERTICAL: 'repeating-linear-gradient(90deg,var(--kt-mark) 0 2px,transparent 2px 4px)',
  HORIZONTAL: `repeating-linear-gradient(0deg,${STRIPES})`,
  DOTS: 'radial-gradient(circle at 3px 3px,var(--kt-mark) 1.6px,transparent 1.9px) 0 0/6px 6px',
  CROSS: `repeating-linear-gradient(45deg,${STRIPES}),repeating-linear-gradient(-45deg,${STRIPES})`,
  CHECK:
    'conic-gradient(var(--kt-mark) 25%,transparent 0 50%,var(--kt-mark) 0 75%,transparent 0) 0 0/6px 6px',
  GRID: 'repeating-linear-gradient(0deg,var(--kt-mark) 0 1px,transparent 1px 4px),repeating-linear-gradient(90deg,var(--kt-mark) 0 1px,transparent 1px 3px)',
  BARS: 'repeating-linear-gradient(0deg,var(--kt-mark) 0 4px,transparent 4px 8px)',
  DASH: 'repeating-linear-gradient(0deg,var(--kt-mark) 0 4px,transparent 4px 10px) center/2px 100% no-repeat',
};

function icon(path: string): string {
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 12 12' fill='none' stroke='black' stroke-width='1.3' stroke-linecap='round' stroke-linejoin='round'><path d='${path}'/></svg>`;
  return `url("data:image/svg+xml,${encodeURIComponent(svg)}")`;
}

function colours({ ground, ink, line, mark }: Swatch): string {
  return `--kt-state-ground:${ground};--kt-state-ink:${ink};--kt-state-line:${line};--kt-mark:${mark}`;
}

const RULES = UNIT_CLASSES.map((state) => {
  const look = UNIT_APPEARANCE[state];
  return [
    `.kt [data-state=${state}]{${colours(look.light)};--kt-pattern:${PATTERNS[look.pattern]};--kt-icon:${icon(look.icon)}}`,
    `.kt[data-scheme=dark] [data-state=${state}]{${colours(look.dark)}}`,
  ].join('\n');
}).join('\n');

/** `.kt-swatch` is a small tile in the look of a state; `.kt-tag` the state's name in its colours. */
export const UNIT_STYLE = `${RULES}
.kt-swatch{position:relative;display:inline-block;flex:none;width:26px;height:16px;border:1px solid var(--kt-state-line);border-radius:3px;background:var(--kt-state-ground);overflow:hidden}
.kt-swatch::before{content:"";position:absolute;inset:0 auto 0 0;width:7px;background:var(--kt-pattern)}
.kt-swatch::after,.kt-tag::before{content:"";background:var(--kt-state-ink);-webkit-mask:var(--kt-icon) center/12px 12px no-repeat;mask:var(--kt-icon) center/12px 12px no-repeat;width:12px;height:12px;flex:none}
.kt-swatch::after{position:absolute;right:3px;top:1px}
.kt-tag{display:inline-flex;align-items:center;gap:4px;padding:1px 8px 1px 6px;border-radius:4px;background:var(--kt-state-ground);color:var(--kt-state-ink);box-shadow:inset 0 0 0 1px var(--kt-state-line);font-size:12px;font-weight:500;white-space:nowrap}
.kt-swatch,.kt-swatch::before,.kt-swatch::after,.kt-tag,.kt-tag::before{-webkit-print-color-adjust:exact;print-color-adjust:exact}
`;
