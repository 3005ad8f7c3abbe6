/** The look of a walk: targets for a thumb, also in the side panel. Results differ by border and sign, not by colour alone. */
export const WALK_STYLE = `
.kt-walk-progress{display:flex;flex-direction:column;gap:6px}
.kt-walk-bar{display:block;height:8px;border-radius:4px;background:var(--kt-pressed);overflow:hidden}
.kt-walk-bar span{display:block;height:100%;background:var(--kt-record-paid)}
.kt-walk-rooms{display:grid;grid-template-columns:repeat(auto-fill,minmax(104px,1fr));gap:8px}
.kt-walk-room{display:flex;flex-direction:column;align-items:flex-start;justify-content:center;gap:2px;min-height:48px;padding:6px 10px;border:1px solid var(--kt-line-strong);border-radius:6px;background:var(--kt-ground);color:var(--kt-ink);font:inherit;font-weight:500;text-align:left;cursor:pointer;overflow-wrap:anywhere}
.kt-walk-room[aria-pressed=true]{border-color:var(--kt-accent);background:var(--kt-accent-ground);color:var(--kt-accent)}
.kt-walk-room[data-done=yes] .kt-walk-count::after{content:" ✓"}
.kt-walk-count{font-size:12px;font-weight:400;color:var(--kt-ink-soft)}
.kt-check-cards{display:flex;flex-direction:column;gap:12px;list-style:none;margin:0;padding:0}
.kt-check-card{display:flex;flex-direction:column;gap:10px;padding:12px;border:1px solid var(--kt-line-strong);border-radius:6px}
.kt-check-card[data-result=DEFECT]{border-left:4px solid var(--kt-bad)}
.kt-check-results{display:grid;grid-template-columns:repeat(3,minmax(0,1fr));gap:8px;margin:0;padding:0;border:0;min-width:0}
.kt-check-result{min-height:48px;padding:4px 6px;border:1px solid var(--kt-line-strong);border-radius:6px;background:var(--kt-ground);color:var(--kt-ink);font:inherit;font-size:14px;font-weight:500;cursor:pointer;overflow-wrap:anywhere}
.kt-check-result:disabled{cursor:default;opacity:.7}
.kt-check-result[aria-pressed=true]{border-width:2px;font-weight:600}
.kt-check-result[aria-pressed=true]::before{content:"✓ "}
.kt-check-result[aria-pressed=true][data-result=OK]{border-color:var(--kt-good);background:var(--kt-good-ground);color:var(--kt-good)}
.kt-check-result[aria-pressed=true][data-result=DEFECT]{border-color:var(--kt-bad);background:var(--kt-bad-ground);color:var(--kt-bad)}
.kt-check-result[aria-pressed=true][data-result=NOT_APPLICABLE]{border-color:var(--kt-ink-soft);background:var(--kt-pressed)}
.kt-walk-room:focus-visible,.kt-check-result:focus-visible{outline:2px solid var(--kt-accent);outline-offset:2px}
.kt-walk-wide{display:grid}
.kt-walk-wide .kt-button,.kt-walk-link{min-height:48px;font-size:14px;white-space:normal}
.kt-walk-link{display:flex;align-items:center;justify-content:center;border:1px solid var(--kt-accent);border-radius:6px;text-decoration:none}
`;
