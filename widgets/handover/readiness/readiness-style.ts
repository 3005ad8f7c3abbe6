/** The checklist: a mark, what it is about, who can mend it and what to do. */
export const READINESS_STYLE = `
.kt-ready{display:grid;gap:0;list-style:none;margin:0;padding:0;border-top:1px solid var(--kt-line)}
.kt-ready>li{display:grid;grid-template-columns:20px minmax(0,1fr) auto;gap:2px 12px;padding:10px 0;border-bottom:1px solid var(--kt-line);align-items:start}
.kt-ready-mark{display:grid;place-items:center;width:20px;height:20px;border-radius:50%;border:2px solid var(--kt-line-strong);color:var(--kt-ink-soft)}
.kt-ready-mark svg{fill:none;stroke:currentColor;stroke-width:1.8;stroke-linecap:round;stroke-linejoin:round}
.kt-ready>li[data-item=MET] .kt-ready-mark{background:var(--kt-record-paid);border-color:var(--kt-record-paid);color:var(--kt-ground)}
.kt-ready>li[data-item=MISSING] .kt-ready-mark{border-color:var(--kt-bad);color:var(--kt-bad)}
.kt-ready>li[data-item=NOT_NEEDED]{color:var(--kt-ink-soft)}
.kt-ready-title{font-weight:600}
.kt-ready>li[data-item=NOT_NEEDED] .kt-ready-title{font-weight:400}
.kt-ready-about{grid-column:2/-1;font-size:12px;color:var(--kt-ink-soft);overflow-wrap:anywhere}
.kt-ready-todo{grid-column:2/-1}
`;
