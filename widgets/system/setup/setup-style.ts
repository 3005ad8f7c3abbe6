import { BASE_STYLE } from '#widgets/shared/theme/base-style.ts';

export const SETUP_STYLE = `${BASE_STYLE}
.kt-setup{display:flex;flex-direction:column;gap:16px;padding:16px;max-width:1120px;margin:0 auto}
.kt-setup-head{display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;gap:8px}
.kt-setup-title{font-size:18px;font-weight:600}
.kt-setup-groups{display:grid;grid-template-columns:1fr 1fr;gap:16px;align-items:start}
.kt-setup-column{display:flex;flex-direction:column;gap:16px;min-width:0}
.kt-setup-group{display:flex;flex-direction:column;gap:8px;padding:12px 16px;border:1px solid var(--kt-line);border-radius:8px;background:var(--kt-ground);min-width:0}
.kt .kt-setup-heading{font-size:14px;font-weight:600}
.kt-setup-checks{list-style:none;display:flex;flex-direction:column}
.kt-setup-check{display:flex;flex-wrap:wrap;align-items:flex-start;gap:4px 10px;padding:8px 0;border-top:1px solid var(--kt-line)}
.kt-setup-sign{flex:none;width:20px;height:20px;border-radius:50%;display:inline-flex;align-items:center;justify-content:center;font-size:12px;font-weight:700;background:var(--kt-hover);color:var(--kt-ink-soft)}
.kt-setup-sign[data-tone=good]{background:var(--kt-good-ground);color:var(--kt-good)}
.kt-setup-sign[data-tone=bad]{background:var(--kt-bad-ground);color:var(--kt-bad)}
.kt-setup-text{flex:1 1 220px;min-width:0;overflow-wrap:anywhere}
.kt-setup-name{font-weight:500}
.kt-setup-ways{display:flex;flex-wrap:wrap;gap:6px;margin-left:auto}
.kt-setup-actions{display:flex;flex-wrap:wrap;align-items:flex-end;gap:8px}
.kt-setup-currency{display:flex;flex-direction:column;gap:4px;width:96px}
.kt-setup-workflows{list-style:none;display:flex;flex-direction:column;gap:8px}
.kt-workflow{display:flex;flex-direction:column;gap:2px;padding:8px 0;border-top:1px solid var(--kt-line)}
.kt-workflow-name{font-weight:500}
.kt-workflow-told[data-tone=good]{color:var(--kt-good)}
.kt-workflow-told[data-tone=bad]{color:var(--kt-bad)}
@container kt (max-width:480px){.kt-setup-when{margin-left:30px}}
@container kt (max-width:760px){.kt-setup-groups{grid-template-columns:1fr}.kt-setup{padding:12px}}
`;
