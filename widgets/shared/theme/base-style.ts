/**
 * Look shared by every widget: Twenty's own colours by their variables, with what they are in light
 * and dark where a page does not set them. Classes are prefixed, for the host page shares the sheet.
 */
const LIGHT = [
  '--kt-ink:var(--t-font-color-primary,#333)',
  '--kt-ink-soft:#5f5f5f',
  // Only for what a filter has put aside.
  '--kt-ink-faint:#757575',
  '--kt-ground:var(--t-background-primary,#fff)',
  '--kt-ground-soft:var(--t-background-secondary,#fcfcfc)',
  '--kt-hover:var(--t-background-transparent-light,rgba(0,0,0,.04))',
  '--kt-pressed:var(--t-background-transparent-medium,rgba(0,0,0,.08))',
  '--kt-line:var(--t-border-color-medium,#ebebeb)',
  '--kt-line-strong:var(--t-border-color-strong,#d6d6d6)',
  '--kt-accent:#3d57b8',
  '--kt-accent-ground:#eef1fd',
  '--kt-on-accent:#fff',
  '--kt-bad:#9c2a24',
  '--kt-bad-ground:#fdf0ef',
  '--kt-bad-line:#f2bbb7',
  '--kt-good:#1e6b3a',
  '--kt-good-ground:#edf8f0',
  '--kt-good-line:#a9d8b6',
  '--kt-shadow:0 2px 12px rgba(0,0,0,.1)',
].join(';');

const DARK = [
  '--kt-ink:var(--t-font-color-primary,#ebebeb)',
  '--kt-ink-soft:#a8a8a8',
  '--kt-ink-faint:#858585',
  '--kt-ground:var(--t-background-primary,#171717)',
  '--kt-ground-soft:var(--t-background-secondary,#1b1b1b)',
  '--kt-hover:var(--t-background-transparent-light,rgba(255,255,255,.06))',
  '--kt-pressed:var(--t-background-transparent-medium,rgba(255,255,255,.1))',
  '--kt-line:#2c2c2c',
  '--kt-line-strong:var(--t-border-color-strong,#484848)',
  '--kt-accent:#a9bcff',
  '--kt-accent-ground:#1a2345',
  '--kt-on-accent:#101936',
  '--kt-bad:#ffa9a3',
  '--kt-bad-ground:#2c1718',
  '--kt-bad-line:#6f3533',
  '--kt-good:#7fd8a4',
  '--kt-good-ground:#12241a',
  '--kt-good-line:#28573d',
  '--kt-shadow:0 2px 14px rgba(0,0,0,.6)',
].join(';');

export const BASE_STYLE = `
.kt{${LIGHT};color:var(--kt-ink);font:400 13px/1.4 var(--t-font-family,Inter,"Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif);box-sizing:border-box;width:100%;container:kt / inline-size;text-align:left}
.kt[data-scheme=dark]{${DARK};color-scheme:dark}
.kt *,.kt *::before,.kt *::after{box-sizing:border-box}
:where(.kt) :where(h2,h3,p,dl,dd,ul){margin:0;padding:0;font:inherit}
.kt-number{font-variant-numeric:tabular-nums}
.kt-soft{color:var(--kt-ink-soft)}
.kt-hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.kt-button{display:inline-flex;align-items:center;justify-content:center;gap:4px;min-height:32px;padding:0 12px;border:1px solid var(--kt-line-strong);border-radius:4px;background:var(--kt-ground);color:var(--kt-ink);font-family:inherit;font-size:13px;font-weight:500;line-height:1;cursor:pointer;white-space:nowrap}
.kt-button:hover{background-image:linear-gradient(var(--kt-hover),var(--kt-hover))}
.kt-button:active{background-image:linear-gradient(var(--kt-pressed),var(--kt-pressed))}
.kt-button[data-look=primary]{background:var(--kt-accent);border-color:var(--kt-accent);color:var(--kt-on-accent)}
.kt-button[data-look=danger]{color:var(--kt-bad);border-color:var(--kt-bad-line)}
.kt-button[data-look=plain]{border-color:transparent;background:transparent;padding:0 8px;color:var(--kt-ink-soft)}
.kt-button[data-size=small]{min-height:24px;padding:0 8px;font-size:12px}
.kt-button:disabled{opacity:.55;cursor:default;background-image:none}
.kt-button:focus-visible,.kt-input:focus-visible,.kt-select:focus-visible,.kt-check:focus-visible{outline:2px solid var(--kt-accent);outline-offset:1px}
.kt-field{display:flex;flex-direction:column;gap:4px;min-width:0}
.kt-label{font-size:12px;font-weight:500;color:var(--kt-ink-soft)}
.kt-hint{font-size:12px;color:var(--kt-ink-soft)}
.kt-wrong{font-size:12px;color:var(--kt-bad)}
.kt-input,.kt-select{width:100%;min-height:32px;padding:0 8px;border:1px solid var(--kt-line-strong);border-radius:4px;background:var(--kt-ground);color:var(--kt-ink);font-family:inherit;font-size:13px;line-height:1.3;min-width:0}
textarea.kt-input{padding:8px;resize:vertical}
.kt-select{appearance:none;padding-right:26px;text-overflow:ellipsis;background-image:url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 12 12' fill='none' stroke='%23808080' stroke-width='1.4' stroke-linecap='round' stroke-linejoin='round'%3E%3Cpath d='m3 4.5 3 3 3-3'/%3E%3C/svg%3E");background-repeat:no-repeat;background-position:right 8px center;background-size:12px}
.kt-input::placeholder{color:var(--kt-ink-soft);opacity:1}
.kt-input[aria-invalid=true]{border-color:var(--kt-bad)}
.kt-check{width:16px;height:16px;margin:0 8px 0 0;accent-color:var(--kt-accent);flex:none}
.kt-check-row{display:flex;align-items:center;min-height:24px}
.kt-notice{display:flex;flex-wrap:wrap;align-items:center;gap:8px;padding:8px 12px;border:1px solid var(--kt-line);border-radius:4px;background:var(--kt-ground-soft)}
.kt-notice[data-tone=bad]{border-color:var(--kt-bad-line);background:var(--kt-bad-ground);color:var(--kt-bad)}
.kt-notice[data-tone=good]{border-color:var(--kt-good-line);background:var(--kt-good-ground);color:var(--kt-good)}
.kt-notice-text{flex:1 1 160px;min-width:0;overflow-wrap:anywhere}
.kt-facts{display:grid;grid-template-columns:minmax(88px,max-content) 1fr;gap:4px 16px;align-items:baseline}
.kt-facts dt{color:var(--kt-ink-soft)}
.kt-facts dd{overflow-wrap:anywhere}
.kt-blank{display:flex;flex-direction:column;align-items:center;justify-content:center;gap:8px;padding:48px 24px;text-align:center;min-height:220px}
.kt-blank-title{font-size:15px;font-weight:600}
.kt-blank-text{max-width:420px;color:var(--kt-ink-soft)}
.kt-blank .kt-button{margin-top:8px}
.kt-form{display:flex;flex-direction:column;gap:16px;padding:16px}
.kt-form-group{display:flex;flex-direction:column;gap:12px}
.kt-form-row{display:grid;grid-template-columns:1fr 1fr;gap:12px}
.kt-party{display:grid;grid-template-columns:1fr 88px;gap:4px 12px}
.kt-party>.kt-button{grid-column:1/-1;justify-self:end}
.kt-form-actions{display:flex;flex-wrap:wrap;gap:8px;justify-content:flex-end}
.kt-picked{display:flex;align-items:center;gap:8px;min-height:32px;padding:0 0 0 8px;border:1px solid var(--kt-line-strong);border-radius:4px}
.kt-picked>span{flex:1;min-width:0;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.kt-choices{display:flex;flex-direction:column;border:1px solid var(--kt-line);border-radius:4px;overflow:hidden}
.kt-choice{display:flex;flex-direction:column;gap:1px;padding:6px 8px;border:0;border-bottom:1px solid var(--kt-line);background:transparent;color:inherit;font:inherit;text-align:left;cursor:pointer}
.kt-choice:last-child{border-bottom:0}
.kt-choice:hover{background:var(--kt-hover)}
.kt-choice:focus-visible{outline:2px solid var(--kt-accent);outline-offset:-2px}
.kt-table{width:100%;border-collapse:collapse;font-variant-numeric:tabular-nums}
.kt-table th{font-size:12px;font-weight:500;color:var(--kt-ink-soft);text-align:left;padding:4px 8px;border-bottom:1px solid var(--kt-line-strong)}
.kt-table td{padding:5px 8px;border-bottom:1px solid var(--kt-line)}
.kt-table tbody th{padding:5px 8px 5px 0;border-bottom-color:var(--kt-line);font-size:13px}
.kt-link-button{padding:0;border:0;background:none;font:inherit;font-weight:500;text-align:left;cursor:pointer}
.kt-table th:first-child,.kt-table td:first-child{padding-left:0}
.kt-table th:last-child,.kt-table td:last-child{padding-right:0}
.kt-table [data-align=end]{text-align:right}
.kt .kt-table+.kt-hint{margin-top:6px}
.kt h3.kt-label{margin-bottom:4px}
.kt-table tfoot td{font-weight:600;border-bottom:0}
.kt-table td{vertical-align:top}
.kt-panel{display:flex;flex-direction:column;align-items:flex-start;gap:8px;padding:10px 12px;border:1px solid var(--kt-line);border-radius:4px;background:var(--kt-ground-soft)}
.kt-panel>*{max-width:100%}
.kt-link{color:var(--kt-accent);font-weight:500;overflow-wrap:anywhere}
.kt-link:focus-visible{outline:2px solid var(--kt-accent);outline-offset:2px;border-radius:2px}
.kt-copy{flex-direction:row;flex-wrap:wrap;align-items:center}
.kt-copied{flex:1;min-width:0;font-weight:600;overflow-wrap:anywhere;user-select:all}
.kt-bars{display:block;color:var(--kt-accent);margin-bottom:8px}
.kt-progress{display:flex;flex-direction:column;gap:6px}
.kt-chips{margin:0;padding:0;border:0;display:flex;flex-wrap:wrap;gap:6px}
.kt-chips .kt-button[aria-pressed=true]{background:var(--kt-accent-ground);border-color:var(--kt-accent);color:var(--kt-accent)}
.kt-nowrap{white-space:nowrap}
.kt-line{overflow-wrap:anywhere}
.kt-mark{font-size:12px;color:var(--kt-ink-soft);white-space:nowrap}
.kt-mark[data-tone=good]{color:var(--kt-good)}
.kt-mark[data-tone=bad]{color:var(--kt-bad)}
.kt-findings{display:flex;flex-direction:column;list-style:none}
.kt-findings li{padding:5px 0;border-bottom:1px solid var(--kt-line);overflow-wrap:anywhere}
.kt-bar{height:8px;border-radius:2px;background:var(--kt-pressed)}
@keyframes kt-pulse{50%{opacity:.45}}
.kt-bar{animation:kt-pulse 1.6s ease-in-out infinite}
@media (prefers-reduced-motion:reduce){.kt-bar{animation:none}}
@container kt (max-width:360px){.kt-form-row{grid-template-columns:1fr}}
`;
