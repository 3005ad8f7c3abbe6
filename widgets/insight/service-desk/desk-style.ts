/** The rules of the service desk: a ticket in a line, on a phone one thing below the other. */
import { CHART_STYLE } from '#widgets/shared/charts/chart-style.ts';
import { FIGURES_STYLE } from '#widgets/shared/figures/figures-style.ts';
import { RECORD_STYLE } from '#widgets/shared/record/record-style.ts';

export const DESK_STYLE = `${RECORD_STYLE}${CHART_STYLE}${FIGURES_STYLE}
.kt-desk{display:flex;flex-direction:column;gap:16px;padding:12px 16px 20px;min-height:320px;background:var(--kt-ground);border-radius:4px}
.kt-desk-head{display:flex;flex-wrap:wrap;align-items:center;gap:8px}
.kt-desk-head fieldset{display:flex;flex-wrap:wrap;gap:4px;margin:0;padding:0;border:0;min-width:0}
.kt-desk-head .kt-button[aria-pressed=true]{border-color:var(--kt-accent);background:var(--kt-accent-ground);color:var(--kt-accent)}
.kt-desk-end{display:inline-flex;align-items:center;gap:4px;margin-left:auto;white-space:nowrap}
.kt-desk-list{display:flex;flex-direction:column;gap:4px}
:where(.kt) .kt-desk-title{font-size:13px;font-weight:600}
.kt-desk-list ul{display:flex;flex-direction:column;list-style:none}
.kt-desk-line{display:flex;flex-direction:column;gap:8px;padding:8px 0;border-bottom:1px solid var(--kt-line)}
.kt-desk-row{display:flex;align-items:center;gap:12px}
.kt-desk-what{flex:1;min-width:0;display:flex;flex-direction:column;gap:2px}
.kt-desk-what>*{overflow-wrap:anywhere}
.kt-desk-chips{display:flex;flex-wrap:wrap;gap:4px}
.kt-desk-clock{flex:none;display:flex;flex-direction:column;width:190px;text-align:right;font-weight:500}
.kt-desk-clock .kt-soft{font-size:12px;font-weight:400}
.kt-desk-line[data-late=LATE] .kt-desk-clock{color:var(--kt-bad);font-weight:600}
.kt-desk-line[data-late=LATE] .kt-desk-clock .kt-soft{color:var(--kt-bad)}
.kt-desk-buttons{flex:none;display:flex;flex-wrap:wrap;justify-content:flex-end;gap:4px;width:200px}
@container kt (max-width:640px){.kt-desk{padding:8px 10px 16px}.kt-desk-row{flex-direction:column;align-items:stretch;gap:6px}.kt-desk-clock{flex-direction:row;gap:8px;width:auto;text-align:left}.kt-desk-buttons{width:auto;justify-content:flex-start}.kt-desk-buttons .kt-button{min-height:32px;padding:0 14px}.kt-desk-head .kt-button{min-height:32px}.kt-desk-end{width:100%;margin:0;justify-content:space-between}}
`;
