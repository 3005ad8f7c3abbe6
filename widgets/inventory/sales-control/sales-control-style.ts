/**
 * The board's own rules: a stacking plan that reads like a printed sheet. Twenty's card around the board
 * clips what is in it, which would keep the opened unit from staying in sight: there the clip is undone.
 */
import { BASE_STYLE } from '#widgets/shared/theme/base-style.ts';
import { UNIT_STYLE } from '#widgets/shared/theme/unit-style.ts';
import { PRINT_STYLE } from './print-style.ts';

export const SALES_CONTROL_STYLE = `${BASE_STYLE}${UNIT_STYLE}${PRINT_STYLE}
.kt-board{display:flex;flex-direction:column;gap:12px;padding:12px 16px 16px;min-height:320px;background:var(--kt-ground);border-radius:4px}
.kt-head{display:flex;flex-wrap:wrap;align-items:center;gap:8px}
.kt-head-choice{flex:0 1 auto;min-width:120px;max-width:260px}
.kt-grow{flex:1}
.kt-head-end{display:inline-flex;align-items:center;gap:4px;white-space:nowrap}
.kt-figures{display:flex;flex-wrap:wrap;gap:8px 32px;padding:0 0 12px;border-bottom:1px solid var(--kt-line)}
.kt-figure dt{font-size:12px;color:var(--kt-ink-soft)}
.kt-figure dd{font-size:18px;font-weight:600;line-height:1.3;font-variant-numeric:tabular-nums}
.kt-figure-note{margin-left:8px;font-size:12px;font-weight:400;color:var(--kt-ink-soft)}
.kt-legend{display:flex;flex-wrap:wrap;gap:4px}
.kt-legend-item{display:inline-flex;align-items:center;gap:6px;min-height:28px;padding:0 8px 0 6px;border:1px solid transparent;border-radius:4px;background:transparent;color:var(--kt-ink);font-family:inherit;font-size:12px;cursor:pointer}
.kt-legend-item:hover{background:var(--kt-hover)}
.kt-legend-item[aria-pressed=true]{border-color:var(--kt-accent);background:var(--kt-accent-ground)}
.kt-legend-item:focus-visible{outline:2px solid var(--kt-accent);outline-offset:-1px}
.kt-legend-numbers{display:inline-flex;gap:6px}
.kt-legend-count{font-weight:600;font-variant-numeric:tabular-nums}
.kt-legend-value{color:var(--kt-ink-soft);font-variant-numeric:tabular-nums}
.kt-filters{display:flex;flex-wrap:wrap;align-items:center;gap:8px}
.kt-filters .kt-select{width:auto;max-width:200px}
.kt-filter-text{width:180px}
.kt-filters-shown{color:var(--kt-ink-soft)}
.kt-chip-button{min-height:28px;padding:0 10px;border:1px solid var(--kt-line-strong);border-radius:14px;background:transparent;color:var(--kt-ink);font-family:inherit;font-size:12px;font-variant-numeric:tabular-nums;cursor:pointer}
.kt-chip-button:hover{background:var(--kt-hover)}
.kt-chip-button[aria-pressed=true]{border-color:var(--kt-accent);background:var(--kt-accent-ground);color:var(--kt-accent);font-weight:500}
.kt-chip-button:focus-visible,.kt-building:focus-visible,.kt-print-hint summary:focus-visible{outline:2px solid var(--kt-accent);outline-offset:1px}
.kt-print-hint{position:relative}
.kt-print-hint summary{padding:4px 8px;border-radius:4px;color:var(--kt-ink-soft);font-size:12px;font-weight:500;cursor:pointer;list-style:none}
.kt-print-hint summary::-webkit-details-marker{display:none}
.kt-print-hint p{position:absolute;right:0;top:100%;z-index:3;width:240px;padding:8px 12px;border:1px solid var(--kt-line-strong);border-radius:4px;background:var(--kt-ground);box-shadow:var(--kt-shadow);white-space:normal}
.kt-print-title{display:none;font-size:15px;font-weight:600}
.kt-buildings{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,280px),1fr));gap:12px;list-style:none}
.kt-building{display:flex;flex-direction:column;gap:10px;width:100%;height:100%;padding:12px 14px;border:1px solid var(--kt-line-strong);border-radius:4px;background:var(--kt-ground);color:var(--kt-ink);font:inherit;text-align:left;cursor:pointer}
.kt-building:hover{background:var(--kt-hover)}
.kt-building-head,.kt-building-facts{display:flex;flex-wrap:wrap;align-items:baseline;justify-content:space-between;gap:2px 12px}
.kt-building-name{font-size:15px;font-weight:600;overflow-wrap:anywhere}
.kt-building-facts{font-size:12px;color:var(--kt-ink-soft);font-variant-numeric:tabular-nums}
.kt-building-found{color:var(--kt-accent);font-weight:600}
.kt-statebar{display:flex;height:22px;border-radius:3px;overflow:hidden;background:var(--kt-pressed);box-shadow:inset 0 0 0 1px var(--kt-line)}
.kt-statebar-part{position:relative;min-width:3px;border-right:1px solid var(--kt-ground);background:var(--kt-state-ground);box-shadow:inset 0 0 0 1px var(--kt-state-line)}
.kt-statebar-part::before{content:"";position:absolute;inset:0;background:var(--kt-pattern);opacity:.75}
.kt-statebar-part:last-child{border-right:0}
.kt-statebar-part[data-dim=true]{background:transparent;box-shadow:inset 0 0 0 1px var(--kt-line)}
.kt-statebar-part[data-dim=true]::before{background:none}
.kt-statebar,.kt-statebar-part,.kt-statebar-part::before{-webkit-print-color-adjust:exact;print-color-adjust:exact}
.kt-stage{display:flex;align-items:flex-start;gap:16px}
.kt-plans{flex:1;min-width:0;display:flex;flex-direction:column;gap:20px}
.kt-plan-title{display:flex;align-items:baseline;gap:8px;margin-bottom:6px;font-weight:600}
.kt-plan-title .kt-soft{font-weight:400;font-size:12px}
.kt-scroll{overflow-x:auto;padding:3px 3px 3px 0;margin:-3px -3px -3px 0}
.kt-grid{display:inline-flex;flex-direction:column;gap:4px;min-width:100%;outline:none}
.kt-row{display:grid;grid-template-columns:36px;grid-auto-flow:column;grid-auto-columns:minmax(112px,140px);gap:4px}
.kt-floor{position:sticky;left:0;z-index:1;display:flex;align-items:center;justify-content:flex-end;padding-right:6px;background:var(--kt-ground);box-shadow:4px 0 0 var(--kt-ground);color:var(--kt-ink-soft);font-size:12px;font-variant-numeric:tabular-nums}
.kt-cell{position:relative;display:flex;flex-direction:column;gap:1px;min-width:0;height:58px;padding:5px 7px 4px 13px;border:1px solid var(--kt-state-line);border-radius:4px;background:var(--kt-state-ground);color:var(--kt-state-ink);font-variant-numeric:tabular-nums;cursor:pointer;overflow:hidden;-webkit-print-color-adjust:exact;print-color-adjust:exact}
.kt-cell>*{pointer-events:none}
.kt-cell::before{content:"";position:absolute;inset:0 auto 0 0;width:7px;border-right:1px solid var(--kt-state-line);background:var(--kt-pattern)}
.kt-cell::after{content:"";position:absolute;top:6px;right:6px;width:12px;height:12px;background:var(--kt-state-ink);-webkit-mask:var(--kt-icon) center/12px 12px no-repeat;mask:var(--kt-icon) center/12px 12px no-repeat;-webkit-print-color-adjust:exact;print-color-adjust:exact}
.kt-cell[data-state=PLANNED]{border-style:dashed}
.kt-cell:hover{border-color:var(--kt-mark)}
.kt-cell-number{padding-right:16px;font-variant-numeric:normal;font-weight:600;line-height:17px;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.kt-cell-line{display:flex;justify-content:space-between;gap:4px;line-height:15px;white-space:nowrap}
.kt-cell-price{font-size:12px;font-weight:500}
.kt-cell-area,.kt-cell-note{font-size:11px}
.kt-cell-holder{overflow:hidden;text-overflow:ellipsis;min-width:0}
.kt-cell-left{flex:none;font-weight:500}
.kt-cell-left[data-ending]{padding:0 4px;border-radius:3px;background:var(--kt-state-ink);color:var(--kt-state-ground);font-weight:600}
.kt-cell-left[data-ending=SOON]::before{content:"! "}
.kt-cell-left[data-ending=OVER]::before{content:"✕ "}
.kt-cell[data-dim=true] .kt-cell-left[data-ending]{background:none;color:inherit}
.kt-cell-mine{color:var(--kt-accent)}
.kt-cell[data-dim=true] .kt-cell-mine{color:inherit}
.kt-cell[data-dim=true]{background:transparent;border-color:var(--kt-line);color:var(--kt-ink-faint)}
.kt-cell[data-dim=true]::before{background:none;border-color:var(--kt-line)}
.kt-cell[data-dim=true]::after{background:currentColor}
.kt-cell[aria-selected=true]{box-shadow:0 0 0 2px var(--kt-accent);border-color:var(--kt-accent)}
.kt-grid:focus .kt-cell[data-active=true]{outline:2px solid var(--kt-ink);outline-offset:1px}
[data-widget-id] :has(.kt-board){overflow:visible}
.kt-detail{position:sticky;top:8px;flex:0 0 320px;max-width:100%;display:flex;flex-direction:column;gap:12px;max-height:max(400px,calc(100vh - 320px));overflow-y:auto;padding:12px 16px 0;border:1px solid var(--kt-line-strong);border-radius:4px;background:var(--kt-ground)}
.kt-detail>:last-child{padding-bottom:16px}
.kt-form-end{position:sticky;bottom:0;display:flex;flex-direction:column;gap:8px;margin:0 -16px -16px;padding:8px 16px 12px;border-top:1px solid var(--kt-line);background:var(--kt-ground)}
.kt-detail-head{display:flex;align-items:center;gap:8px}
.kt-detail-number{font-size:15px;font-weight:600}
.kt-detail-actions{display:flex;flex-wrap:wrap;gap:8px}
.kt-detail-form{display:flex;flex-direction:column;gap:12px;padding-top:12px;border-top:1px solid var(--kt-line)}
.kt-skeleton{display:flex;flex-direction:column;gap:4px}
.kt-skeleton-row{display:grid;grid-template-columns:36px repeat(6,minmax(60px,132px));gap:4px}
.kt-skeleton-cell{height:58px;border-radius:4px;background:var(--kt-pressed);animation:kt-pulse 1.6s ease-in-out infinite}
@media (prefers-reduced-motion:reduce){.kt-skeleton-cell{animation:none}}
.kt-plans[data-density=COMPACT] .kt-row{grid-auto-columns:minmax(70px,96px)}
.kt-plans[data-density=COMPACT] .kt-cell{height:40px;padding:4px 4px 3px 11px}
.kt-plans[data-density=COMPACT] .kt-cell::before{width:6px}
.kt-plans[data-density=COMPACT] .kt-cell::after{top:5px;right:4px}
.kt-plans[data-density=COMPACT] .kt-cell-number{padding-right:12px;line-height:15px;font-size:12px}
.kt-plans[data-density=COMPACT] .kt-cell-area,.kt-plans[data-density=COMPACT] .kt-cell-note{display:none}
@container kt (max-width:760px){
.kt-stage{display:contents}
.kt-plans{width:100%}
.kt-detail{position:sticky;top:auto;bottom:0;order:2;z-index:2;flex:none;width:100%;max-height:62vh;overflow-y:auto;padding-bottom:0;box-shadow:var(--kt-shadow)}
.kt-detail-actions{position:sticky;bottom:0;margin:0 -16px;padding:8px 16px 12px;border-top:1px solid var(--kt-line);background:var(--kt-ground)}
}
@container kt (max-width:520px){
.kt-board{padding:8px}
.kt-head-choice{flex:1 1 120px;max-width:none}
.kt-figures{gap:8px 20px}
.kt-figure dd{font-size:16px}
.kt-filter-text{flex:1 1 100%;width:auto}
.kt-filters .kt-select{flex:1 1 120px;max-width:none}
.kt-legend-item{display:grid;grid-template-columns:26px 1fr;gap:0 8px;padding:3px 6px;line-height:1.25;text-align:left}
.kt-legend-item .kt-swatch{grid-row:1/3}
.kt-head-end{flex:1 1 100%;justify-content:space-between}
.kt-head .kt-grow{display:none}
.kt-legend{display:grid;grid-template-rows:repeat(3,auto);grid-auto-flow:column;grid-auto-columns:max-content;gap:0 4px;margin:0 -8px;padding:0 8px 4px;overflow-x:auto;scrollbar-width:thin}
.kt-row{grid-template-columns:30px;grid-auto-columns:minmax(108px,1fr)}
}
`;
