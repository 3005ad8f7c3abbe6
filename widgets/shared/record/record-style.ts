/** The look of the widgets on record pages: a sheet of sections, read from top to bottom, also in the side panel. */
import { BASE_STYLE } from '#widgets/shared/theme/base-style.ts';
import { UNIT_STYLE } from '#widgets/shared/theme/unit-style.ts';

/** Told by pattern as well as by colour. */
const FILLS = `
.kt [data-fill=PAID]{background:var(--kt-record-paid)}
.kt [data-fill=LATE]{background:repeating-linear-gradient(45deg,var(--kt-record-late) 0 3px,var(--kt-ground) 3px 5px)}
.kt [data-fill=DUE]{background:repeating-linear-gradient(90deg,var(--kt-record-due) 0 3px,var(--kt-ground) 3px 5px)}
.kt [data-fill=REST]{background:var(--kt-pressed)}
`;

export const RECORD_STYLE = `${BASE_STYLE}${UNIT_STYLE}
.kt{--kt-record-paid:#2f8a51;--kt-record-late:#c2413a;--kt-record-due:#c07f12}
.kt[data-scheme=dark]{--kt-record-paid:#6fcd95;--kt-record-late:#ff8c85;--kt-record-due:#eab85a}
${FILLS}
.kt-record{display:flex;flex-direction:column;gap:24px;padding:16px;background:var(--kt-ground);border-radius:4px;min-width:0}
.kt-record-foot{display:flex;align-items:center;justify-content:flex-end;gap:4px;font-size:12px}
.kt-record-lead{display:flex;flex-wrap:wrap;align-items:center;gap:4px 12px}
.kt-record-name{font-size:15px;font-weight:600}
.kt-record-section{display:flex;flex-direction:column;gap:8px;min-width:0}
.kt-record-head{display:flex;flex-wrap:wrap;align-items:baseline;justify-content:space-between;gap:4px 12px}
:where(.kt) .kt-record-title{font-size:13px;font-weight:600}
.kt-record-actions{display:flex;flex-direction:column;gap:12px}
.kt-record-buttons{display:flex;flex-wrap:wrap;gap:8px}
.kt-record-form{padding:16px;border:1px solid var(--kt-line-strong);border-radius:4px;background:var(--kt-ground-soft)}
.kt-record-form .kt-form{padding:12px 0 0}
.kt-record-form .kt-blank{min-height:80px;padding:16px}
.kt-record-pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,280px),1fr));gap:24px 32px;align-items:start}
.kt-record-link{display:inline-block;min-height:24px;padding:0;border:0;background:none;color:var(--kt-accent);font:inherit;font-weight:500;text-align:left;cursor:pointer;overflow-wrap:anywhere}
.kt-record-link:hover{text-decoration:underline;text-underline-offset:3px}
.kt-record-link:focus-visible{outline:2px solid var(--kt-accent);outline-offset:2px;border-radius:2px}
.kt-strong{font-weight:600;color:var(--kt-ink)}
.kt-bad{color:var(--kt-bad)}
.kt-good{color:var(--kt-good)}
.kt-sums{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,200px),1fr));gap:16px 24px}
.kt-sum{min-width:0}
.kt-sum dt{font-size:12px;color:var(--kt-ink-soft)}
.kt-sum dd{font-size:16px;font-weight:600;line-height:1.35;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
.kt-sum .kt-sum-note{font-size:12px;font-weight:400;color:var(--kt-ink-soft)}
.kt-sum[data-tone=bad] dd:not(.kt-sum-note){color:var(--kt-bad)}
.kt-sum[data-tone=good] dd:not(.kt-sum-note){color:var(--kt-good)}
.kt-steps{display:grid;grid-auto-flow:column;grid-auto-columns:minmax(0,1fr);list-style:none;margin:0;padding:0}
.kt-step{position:relative;display:grid;justify-items:start;align-content:start;gap:2px;padding:0 12px 0 0;min-width:0}
.kt-step::before{content:"";position:absolute;left:20px;right:0;top:9px;height:2px;background:var(--kt-line-strong)}
.kt-step[data-step=DONE]::before{background:var(--kt-record-paid)}
.kt-step:last-child::before{display:none}
.kt-step-mark{position:relative;display:grid;place-items:center;width:20px;height:20px;border:2px solid var(--kt-line-strong);border-radius:50%;background:var(--kt-ground);color:var(--kt-ink-soft)}
.kt-step-mark svg{fill:none;stroke:currentColor;stroke-width:1.8;stroke-linecap:round;stroke-linejoin:round}
.kt-step[data-step=DONE] .kt-step-mark{border-color:var(--kt-record-paid);background:var(--kt-record-paid);color:var(--kt-ground)}
.kt-step[data-step=NOW] .kt-step-mark{border-color:var(--kt-accent);color:var(--kt-accent)}
.kt-step[data-step=NOW] .kt-step-mark svg{fill:currentColor}
.kt-step[data-step=ENDED] .kt-step-mark{border-color:var(--kt-bad);color:var(--kt-bad)}
.kt-step-name{font-weight:500;overflow-wrap:anywhere}
.kt-step[data-step=AHEAD] .kt-step-name{font-weight:400;color:var(--kt-ink-soft)}
.kt-step-note{font-size:12px;color:var(--kt-ink-soft);overflow-wrap:anywhere}
.kt-shares{display:flex;flex-direction:column;gap:8px}
.kt-shares-bar{display:flex;height:14px;border-radius:4px;overflow:hidden;background:var(--kt-pressed);-webkit-print-color-adjust:exact;print-color-adjust:exact}
.kt-shares-bar span{min-width:2px}
.kt-shares-key{display:flex;flex-wrap:wrap;gap:4px 20px;list-style:none;font-size:12px;color:var(--kt-ink-soft)}
.kt-shares-mark{display:inline-block;width:14px;height:10px;margin-right:6px;border-radius:2px;box-shadow:inset 0 0 0 1px var(--kt-line-strong)}
.kt-lines{display:flex;flex-direction:column;list-style:none;margin:0;padding:0}
.kt-lines>li{display:flex;flex-wrap:wrap;align-items:baseline;justify-content:space-between;gap:0 16px;padding:6px 0;border-bottom:1px solid var(--kt-line)}
.kt-lines>li:last-child{border-bottom:0}
.kt-chip{display:inline-flex;align-items:center;gap:4px;padding:1px 8px;border-radius:4px;font-size:12px;font-weight:500;white-space:nowrap;box-shadow:inset 0 0 0 1px var(--kt-line-strong);color:var(--kt-ink-soft)}
.kt-chip[data-tone=bad]{color:var(--kt-bad);background:var(--kt-bad-ground);box-shadow:inset 0 0 0 1px var(--kt-bad-line)}
.kt-chip[data-tone=good]{color:var(--kt-good);background:var(--kt-good-ground);box-shadow:inset 0 0 0 1px var(--kt-good-line)}
.kt-chip[data-tone=now]{color:var(--kt-accent);background:var(--kt-accent-ground);box-shadow:inset 0 0 0 1px var(--kt-accent)}
@container kt (max-width:520px){
.kt-record{padding:12px;gap:20px}
.kt-sums{grid-template-columns:1fr 1fr;gap:12px 16px}
.kt-sum dd{font-size:15px}
.kt-record-form{padding:12px}
.kt-step-name{font-size:12px}
.kt-step{padding-right:6px}
}
@media print{.kt-record-actions,.kt-record-foot .kt-button{display:none}}
`;
