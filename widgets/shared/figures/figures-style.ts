/** The look of tiles and sections; with the base and the charts, the sheet of a dashboard's widget. */
import { CHART_STYLE } from '#widgets/shared/charts/chart-style.ts';
import { BASE_STYLE } from '#widgets/shared/theme/base-style.ts';

export const FIGURES_STYLE = `
.kt-section{display:flex;flex-direction:column;gap:20px;padding:12px 16px 16px;background:var(--kt-ground);border-radius:4px;min-width:0}
.kt-section-head{display:flex;flex-wrap:wrap;align-items:center;gap:8px}
.kt-section-title{font-size:15px;font-weight:600;margin-right:8px}
.kt-section-filter{width:auto;max-width:220px}
.kt-section-end{display:inline-flex;align-items:center;gap:8px;margin-left:auto;font-size:12px}
.kt-tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(190px,1fr));gap:0;border-top:1px solid var(--kt-line);border-left:1px solid var(--kt-line)}
.kt-tile{display:flex;flex-direction:column;gap:2px;padding:10px 12px;border-right:1px solid var(--kt-line);border-bottom:1px solid var(--kt-line);min-width:0}
.kt-tile-label{font-size:12px;font-weight:500;color:var(--kt-ink-soft)}
.kt-tile-line{display:flex;align-items:flex-end;justify-content:space-between;gap:8px}
.kt-tile-value{font-size:20px;font-weight:600;line-height:1.3;font-variant-numeric:tabular-nums;white-space:nowrap}
.kt-tile .kt-spark{flex:0 1 84px;min-width:0}
.kt-tile[data-tone=bad] .kt-tile-value{color:var(--kt-bad)}
.kt-tile-note{font-variant-numeric:tabular-nums}
.kt-tile-comparison{white-space:normal;font-variant-numeric:tabular-nums}
.kt-tile-basis{margin-top:auto;padding-top:4px;font-size:11px;line-height:1.35;color:var(--kt-ink-soft)}
.kt-tile-open{align-self:flex-start;font-size:12px;min-height:24px}
.kt-pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,340px),1fr));gap:24px 32px;align-items:start}
.kt-stack{display:flex;flex-direction:column;gap:24px;min-width:0}
.kt-wide{overflow-x:auto}
@container kt (max-width:460px){
.kt-section{padding:8px 10px 12px;gap:16px}
.kt-tiles{grid-template-columns:1fr 1fr}
.kt-tile{padding:8px 10px}
.kt-tile-value{font-size:17px}
.kt-section-filter{flex:1 1 120px;max-width:none}
.kt-section-end{margin-left:0;width:100%;justify-content:space-between}
}
`;

export const DASHBOARD_STYLE = `${BASE_STYLE}${CHART_STYLE}${FIGURES_STYLE}`;
