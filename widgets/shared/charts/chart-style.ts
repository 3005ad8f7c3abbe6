/**
 * The look of the charts. Bars are boxes of so many percent, because a drawing that stretches would stretch its
 * patterns and texts too; lines and rings are SVG with a view box.
 */
import type { Look } from './chart-types.ts';

const LIGHT: Record<Look, string> = {
  FIRST: '#3d57b8',
  SECOND: '#1d8f8a',
  THIRD: '#b0711a',
  FOURTH: '#8a4fb0',
  FIFTH: '#a8486a',
  SIXTH: '#5d7a1f',
  GOOD: '#2f8a51',
  WARN: '#c07f12',
  BAD: '#c2413a',
  REST: '#8f8f8f',
};

const DARK: Record<Look, string> = {
  FIRST: '#8fa6ff',
  SECOND: '#5ccac4',
  THIRD: '#e5ae5e',
  FOURTH: '#c79bea',
  FIFTH: '#ef9cb8',
  SIXTH: '#b1cf6d',
  GOOD: '#6fcd95',
  WARN: '#eab85a',
  BAD: '#ff8c85',
  REST: '#8a8a8a',
};

const GAP = 'var(--kt-ground)';

/** Drawn over the colour in the colour of the ground, so that it is seen in light, in dark and in print. */
const PATTERNS: Record<Look, string> = {
  FIRST: 'none',
  SECOND: `repeating-linear-gradient(45deg,${GAP} 0 1.5px,transparent 1.5px 6px)`,
  THIRD: `radial-gradient(circle at 3px 3px,${GAP} 1.2px,transparent 1.5px) 0 0/6px 6px`,
  FOURTH: `repeating-linear-gradient(90deg,${GAP} 0 1.5px,transparent 1.5px 5px)`,
  FIFTH: `repeating-linear-gradient(-45deg,${GAP} 0 1.5px,transparent 1.5px 6px)`,
  SIXTH: `repeating-linear-gradient(0deg,${GAP} 0 1.5px,transparent 1.5px 5px)`,
  GOOD: 'none',
  WARN: `repeating-linear-gradient(45deg,${GAP} 0 1.5px,transparent 1.5px 7px)`,
  BAD: `repeating-linear-gradient(45deg,${GAP} 0 1.5px,transparent 1.5px 6px),repeating-linear-gradient(-45deg,${GAP} 0 1.5px,transparent 1.5px 6px)`,
  REST: `repeating-linear-gradient(90deg,${GAP} 0 1px,transparent 1px 4px)`,
};

const LOOKS = (Object.keys(LIGHT) as Look[])
  .map(
    (look) =>
      `.kt [data-look=${look}]{--kt-look:${LIGHT[look]};--kt-look-pattern:${PATTERNS[look]}}` +
      `.kt[data-scheme=dark] [data-look=${look}]{--kt-look:${DARK[look]}}`,
  )
  .join('\n');

export const CHART_STYLE = `${LOOKS}
.kt-text-open{padding:0;border:0;background:none;color:inherit;font:inherit;text-align:inherit;text-decoration:underline;text-decoration-color:var(--kt-line-strong);text-underline-offset:3px}
.kt-chart{position:relative;display:flex;flex-direction:column;gap:8px;margin:0;min-width:0}
.kt-chart-title{font-weight:600}
.kt-chart-text{font-size:12px;color:var(--kt-ink-soft)}
.kt-chart-empty{padding:24px 16px;border:1px dashed var(--kt-line-strong);border-radius:4px;text-align:center;color:var(--kt-ink-soft)}
.kt-fill{background:var(--kt-look-pattern),var(--kt-look);background-color:var(--kt-look);-webkit-print-color-adjust:exact;print-color-adjust:exact}
.kt-key{display:flex;flex-wrap:wrap;gap:4px 14px;list-style:none;font-size:12px;color:var(--kt-ink-soft)}
.kt-key li{display:inline-flex;align-items:center;gap:6px}
.kt-key-mark{width:14px;height:10px;border-radius:2px;flex:none}
.kt-key-value{color:var(--kt-ink);font-weight:500;font-variant-numeric:tabular-nums}
.kt-columns{display:grid;grid-auto-flow:column;grid-auto-columns:minmax(0,1fr);gap:6px;height:152px;border-bottom:1px solid var(--kt-line-strong)}
.kt-column{display:flex;flex-direction:column;justify-content:flex-end;align-items:center;min-width:0;height:100%;padding:0;border:0;background:none;color:inherit;font:inherit}
.kt-column-value{flex:none;text-align:center;margin:0 -8px;font-size:11px;line-height:16px;color:var(--kt-ink-soft);white-space:nowrap;font-variant-numeric:tabular-nums}
.kt-column-stack{display:flex;flex-direction:column;justify-content:flex-end;width:100%;max-width:44px;height:100%;min-height:0;padding-top:18px}
.kt-column-part{width:100%;flex:none;border-radius:0}
.kt-column-value+.kt-column-part{border-radius:3px 3px 0 0}
.kt-column-part+.kt-column-part{border-top:1px solid var(--kt-ground)}
.kt-column-names{display:grid;grid-auto-flow:column;grid-auto-columns:minmax(0,1fr);gap:6px;font-size:11px;color:var(--kt-ink-soft);text-align:center;line-height:1.25}
.kt-column-names span{overflow-wrap:anywhere}
.kt-barlist{display:grid;grid-template-columns:minmax(72px,max-content) minmax(40px,1fr) max-content;gap:6px 10px;align-items:center}
.kt-barlist-row{display:contents}
.kt-barlist-name{overflow-wrap:anywhere;max-width:180px}
.kt-barlist-track{display:flex;height:14px;background:var(--kt-pressed);border-radius:3px;overflow:hidden}
.kt-barlist-fill{height:100%}
.kt-barlist-fill+.kt-barlist-fill{border-left:1px solid var(--kt-ground)}
.kt-barlist-value{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.kt-strip{display:flex;height:20px;border-radius:4px;overflow:hidden;background:var(--kt-pressed)}
.kt-line-box{position:relative;height:132px;border-bottom:1px solid var(--kt-line-strong)}
.kt-line-box svg{position:absolute;inset:0;width:100%;height:100%;overflow:visible}
.kt-line-box path{vector-effect:non-scaling-stroke;fill:none;stroke:var(--kt-look);stroke-width:2;stroke-linejoin:round;stroke-linecap:round}
.kt-line-box [data-look=SECOND]{stroke-dasharray:6 4}
.kt-line-box [data-look=THIRD]{stroke-dasharray:2 4}
.kt-line-box [data-look=REST]{stroke-dasharray:3 3}
.kt-line-top{position:absolute;top:-2px;left:0;font-size:11px;color:var(--kt-ink-soft);font-variant-numeric:tabular-nums}
.kt-spark{display:inline-block;width:84px;height:24px}
.kt-spark svg{width:100%;height:100%;overflow:visible}
.kt-spark path{vector-effect:non-scaling-stroke;fill:none;stroke:var(--kt-look);stroke-width:1.6}
.kt-donut{display:flex;flex-wrap:wrap;align-items:center;gap:8px 20px}
.kt-donut-ring{position:relative;width:148px;flex:none}
.kt-donut-ring svg{display:block;width:100%}
.kt-donut-ring path{fill:var(--kt-look);stroke:var(--kt-ground);stroke-width:1}
.kt-donut-ring .kt-donut-pattern{fill:inherit;stroke:none}
.kt-donut-ring pattern path{fill:none;stroke:var(--kt-ground);stroke-width:1.2}
.kt-donut-ring text{fill:var(--kt-ground);font-size:7px;font-weight:600;text-anchor:middle;dominant-baseline:central;paint-order:stroke;stroke:var(--kt-look);stroke-width:3px;stroke-linejoin:round}
.kt-donut-middle{position:absolute;inset:0;display:flex;flex-direction:column;align-items:center;justify-content:center;padding:36px;text-align:center;font-weight:600;font-variant-numeric:tabular-nums;line-height:1.2}
.kt-donut .kt-key{flex:1 1 160px;flex-direction:column}
.kt-donut .kt-key li{display:grid;grid-template-columns:14px 1fr max-content}
.kt-funnel{display:flex;flex-direction:column;gap:2px}
.kt-funnel-step{display:grid;grid-template-columns:minmax(96px,18%) minmax(0,1fr) minmax(150px,20%);gap:12px;align-items:center;min-height:34px}
.kt-funnel-bar{display:flex;justify-content:center}
.kt-funnel-fill{height:30px;border-radius:3px;min-width:3px}
.kt-funnel-value{justify-self:end;font-variant-numeric:tabular-nums;font-weight:600}
.kt-funnel-between{padding-left:calc(max(96px,18%) + 12px);font-size:12px;color:var(--kt-ink-soft);font-variant-numeric:tabular-nums}
button.kt-open{cursor:pointer;border-radius:4px}
button.kt-open:hover{background-color:var(--kt-hover)}
button.kt-open:focus-visible{outline:2px solid var(--kt-accent);outline-offset:1px}
.kt-text-open:hover{text-decoration-color:currentColor}
@container kt (max-width:560px){
.kt-columns{gap:3px}
.kt-column-names{gap:3px;font-size:10px}
.kt-columns[data-many=true] .kt-column-value{flex:none;text-align:center;margin:0 -8px;display:none}
.kt-funnel-step{grid-template-columns:1fr max-content;gap:2px 8px}
.kt-funnel-bar{grid-column:1/-1;grid-row:2;justify-content:flex-start}
.kt-funnel-fill{height:18px}
.kt-funnel-between{padding:2px 0 6px}
.kt-barlist{grid-template-columns:1fr}
.kt-barlist-row{display:grid;grid-template-columns:1fr max-content;gap:2px 10px}
.kt-barlist-track{grid-column:1/-1;grid-row:2}
.kt-barlist-name{max-width:none}
}
`;
