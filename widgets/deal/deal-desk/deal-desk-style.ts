/** Look of the deal desk: two columns where there is room, one below the other where there is not. */
import { BASE_STYLE } from '#widgets/shared/theme/base-style.ts';
import { UNIT_STYLE } from '#widgets/shared/theme/unit-style.ts';

export const DEAL_DESK_STYLE = `${BASE_STYLE}${UNIT_STYLE}
.kt-desk{display:flex;flex-direction:column;gap:16px;padding:16px;max-width:1180px}
.kt-desk-header{display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;gap:8px}
.kt-desk-title{display:flex;flex-wrap:wrap;align-items:baseline;gap:4px 12px;min-width:0}
.kt .kt-desk-title h2{font-size:18px;font-weight:600}
.kt-desk-tools{display:flex;gap:4px}
.kt-strong{font-weight:600}
.kt .kt-rail{display:grid;grid-template-columns:repeat(5,1fr);gap:4px;margin:0;padding:0;list-style:none}
.kt-rail-step{display:flex;align-items:center;gap:8px;width:100%;min-height:40px;padding:0 8px;border:0;border-top:3px solid var(--kt-line-strong);background:transparent;color:var(--kt-ink-soft);font:inherit;text-align:left;cursor:pointer}
.kt-rail-step[data-state=DONE]{border-top-color:var(--kt-good);color:var(--kt-ink)}
.kt-rail-step[data-state=HERE]{border-top-color:var(--kt-accent);color:var(--kt-ink);font-weight:600}
.kt-rail-step:disabled{opacity:.6;cursor:default}
.kt-rail-step:not(:disabled):hover{background:var(--kt-hover)}
.kt-rail-step:focus-visible,.kt-unit-choice:focus-visible{outline:2px solid var(--kt-accent);outline-offset:-2px}
.kt-rail-mark{flex:none;display:inline-flex;align-items:center;justify-content:center;width:20px;height:20px;border-radius:50%;background:var(--kt-pressed);font-size:12px;font-weight:600;font-variant-numeric:tabular-nums}
.kt-rail-step[data-state=DONE] .kt-rail-mark{background:var(--kt-good-ground);color:var(--kt-good)}
.kt-rail-step[data-state=HERE] .kt-rail-mark{background:var(--kt-accent);color:var(--kt-on-accent)}
.kt-desk-columns{display:grid;grid-template-columns:minmax(0,1fr) minmax(300px,400px);gap:24px;align-items:start}
.kt-desk-step{display:flex;flex-direction:column;gap:16px;min-width:0}
.kt .kt-step-title{font-size:15px;font-weight:600}
.kt-unit-filters{display:grid;grid-template-columns:repeat(auto-fit,minmax(130px,1fr));gap:12px}
.kt .kt-units{display:grid;grid-template-columns:repeat(auto-fill,minmax(210px,1fr));gap:8px;margin:0;padding:0;list-style:none}
.kt-unit-choice{display:block;width:100%;padding:8px 12px;border:1px solid var(--kt-line-strong);border-radius:4px;background:var(--kt-ground);color:inherit;font:inherit;text-align:left;cursor:pointer}
.kt-unit-choice:hover{background-image:linear-gradient(var(--kt-hover),var(--kt-hover))}
.kt-unit-facts{display:flex;flex-direction:column;gap:2px;min-width:0}
.kt-unit-price{font-weight:500}
.kt-unit-card{display:flex;flex-wrap:wrap;align-items:center;gap:8px 16px;padding:12px;border:1px solid var(--kt-accent);border-radius:4px;background:var(--kt-ground)}
.kt-unit-card .kt-unit-facts{flex:1 1 160px}
.kt-discounts{display:flex;flex-direction:column;gap:6px}
.kt-loan{padding:12px;border:1px solid var(--kt-line);border-radius:4px}
.kt-notice[data-tone=warn]{border-color:#d9a441;border-left-width:4px;background:var(--kt-ground-soft)}
.kt-ways{display:grid;grid-template-columns:1fr 1fr;gap:12px}
.kt-way{display:flex;flex-direction:column;gap:12px;padding:12px;border:1px solid var(--kt-line);border-radius:4px}
.kt-way>.kt-button{margin-top:auto}
.kt-summary{display:flex;flex-direction:column;gap:12px;padding:12px 16px;border:1px solid var(--kt-line);border-radius:4px;background:var(--kt-ground-soft);min-width:0}
.kt .kt-summary-title{font-weight:600}
.kt .kt-summary h4.kt-label{margin:0 0 4px;font-size:12px;font-weight:500}
.kt-summary-part{min-width:0}
.kt-ladder .kt-summary-price{font-size:16px}
.kt-ladder tfoot .kt-summary-deposit td{font-weight:400;color:var(--kt-ink-soft)}
.kt-ladder tfoot tr:first-child td{border-top:1px solid var(--kt-line-strong)}
.kt .kt-needs{margin-top:4px;font-weight:600}
.kt .kt-needs::before{content:"! ";color:var(--kt-bad)}
.kt .kt-free{color:var(--kt-good)}
.kt-monthly{display:grid;grid-template-columns:1fr auto;gap:2px 16px;align-items:baseline;padding:8px 12px;border:1px solid var(--kt-line);border-radius:4px;background:var(--kt-ground)}
.kt-monthly dt{color:var(--kt-ink-soft)}
.kt-monthly dd{text-align:right}
.kt-monthly .kt-monthly-amount{font-size:16px;font-weight:600}
.kt-resume{padding:12px;border:1px solid var(--kt-line);border-radius:4px;background:var(--kt-ground-soft)}
.kt .kt-resume ul{list-style:none;margin:0;padding:0}
.kt-resume-row{display:flex;align-items:center;gap:8px;padding:6px 0}
.kt-resume li+li .kt-resume-row{border-top:1px solid var(--kt-line)}
.kt-resume-text{flex:1;min-width:0;display:flex;flex-direction:column;gap:1px}
.kt-resume-gone{display:flex;flex-wrap:wrap;align-items:center;gap:4px 8px;color:var(--kt-bad);font-size:12px}
.kt-posted{display:flex;flex-direction:column;gap:16px;max-width:620px}
.kt-posted .kt-panel{align-items:stretch}
@container kt (max-width:860px){.kt-desk-columns{grid-template-columns:1fr}}
@container kt (max-width:620px){.kt-rail-step{justify-content:center;position:relative}.kt-rail-step:not([data-state=HERE]) .kt-rail-name{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}.kt .kt-rail{grid-template-columns:repeat(5,auto)}.kt-ways{grid-template-columns:1fr}}
@container kt (max-width:460px){.kt-desk{padding:12px}.kt-desk .kt-form-row{grid-template-columns:1fr}.kt .kt-units{grid-template-columns:1fr}}
`;
