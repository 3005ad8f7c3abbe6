/** The rules of "My day": lists side by side where there is room, one below the other on a phone. */
import { DASHBOARD_STYLE } from '#widgets/shared/figures/figures-style.ts';

export const MY_DAY_STYLE = `${DASHBOARD_STYLE}
.kt-day{display:flex;flex-direction:column;gap:16px;padding:12px 16px 20px;min-height:320px;background:var(--kt-ground);border-radius:4px}
.kt-head{display:flex;flex-wrap:wrap;align-items:center;gap:8px}
.kt-grow{flex:1}
.kt-head-end{display:inline-flex;align-items:center;gap:4px;white-space:nowrap}
.kt .kt-day-title{font-size:13px;font-weight:600}
.kt-day-title .kt-soft{margin-left:4px;font-weight:400}
.kt-day-month{display:flex;flex-direction:column;gap:8px}
.kt-day-month .kt-tiles{max-width:760px}
.kt-day-league{margin-top:8px}
.kt-day-league summary{width:max-content;color:var(--kt-accent);font-weight:500;cursor:pointer}
.kt-day-league summary:focus-visible{outline:2px solid var(--kt-accent);outline-offset:2px;border-radius:2px}
.kt-day-league .kt-table{max-width:560px;margin-top:6px}
.kt-day-next{padding:10px 12px 4px;border:1px solid var(--kt-accent);border-radius:4px;background:var(--kt-accent-ground)}
.kt-day-next[data-urgency=OVER],.kt-day-next[data-urgency=SOON]{border-color:var(--kt-bad-line);background:var(--kt-bad-ground)}
.kt-day-next .kt-soft{color:inherit}
.kt-day-lists{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,420px),1fr));gap:20px 32px;align-items:start}
.kt-day-list ul{display:flex;flex-direction:column;list-style:none}
.kt-day-line{display:flex;align-items:center;gap:12px;padding:7px 0}
li.kt-day-line{border-bottom:1px solid var(--kt-line)}
.kt-day-what{flex:1;min-width:0;display:flex;flex-direction:column;gap:1px}
.kt-day-what>*{overflow-wrap:anywhere}
.kt-day-name{font-weight:500}
.kt-day-due{flex:none;max-width:46%;text-align:right}
.kt-day-due[data-urgency=OVER],.kt-day-due[data-urgency=SOON]{color:var(--kt-bad);font-weight:600}
.kt-day-due[data-urgency=TODAY]{font-weight:600}
.kt-day-line .kt-button{flex:none;min-width:72px}
@container kt (max-width:480px){.kt-day-line{flex-wrap:wrap;gap:4px 8px}.kt-day-what{flex-basis:100%}.kt-day-due{flex:1;max-width:none;text-align:left}.kt-day-line .kt-button{margin-left:auto;min-height:32px}}
`;
