/** The public service form as one small page, in English and Chinese; whatever it shows is escaped. Pure. */
import type { Language } from '#commands/system/refusal-text.ts';

const WORDS = {
  en: {
    title: 'Service',
    lead: 'Tell us what we can do for you. We answer by phone or email.',
    kind: 'What is it about',
    ENQUIRY: 'A question',
    REPAIR: 'A repair',
    COMPLAINT: 'A complaint',
    SUGGESTION: 'A suggestion',
    name: 'Your name',
    phone: 'Phone',
    email: 'Email',
    either: 'Phone or email, so that we can answer.',
    home: 'Building and home (if you have one with us)',
    text: 'Your message',
    send: 'Send',
    sending: 'Sending …',
    done: 'Thank you. Your number is',
    known: 'We have this already. Your number is',
    failed: 'It could not be sent. Please try again or call us.',
    other: '中文',
  },
  'zh-CN': {
    title: '客户服务',
    lead: '请告诉我们您的需求，我们将通过电话或邮件答复。',
    kind: '事项',
    ENQUIRY: '咨询',
    REPAIR: '报修',
    COMPLAINT: '投诉',
    SUGGESTION: '建议',
    name: '姓名',
    phone: '电话',
    email: '邮箱',
    either: '电话或邮箱至少填一项，以便答复。',
    home: '楼栋和房号（如为业主）',
    text: '内容',
    send: '提交',
    sending: '正在提交…',
    done: '谢谢。您的受理编号为',
    known: '我们已收到。您的受理编号为',
    failed: '提交失败。请重试或致电我们。',
    other: 'English',
  },
} as const;

const KINDS = ['ENQUIRY', 'REPAIR', 'COMPLAINT', 'SUGGESTION'] as const;

export function escaped(text: string): string {
  const signs: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);
}

const STYLE = `
:root{color-scheme:light dark;--ink:#1d1d1f;--soft:#5d5d63;--line:#b8b8bf;--ground:#fff;--field:#fff;--deed:#1f4fd8;--on:#fff;--bad:#b3261e}
@media (prefers-color-scheme:dark){:root{--ink:#ececef;--soft:#a9a9b2;--line:#55555e;--ground:#17171a;--field:#202024;--deed:#8fb0ff;--on:#10131c;--bad:#ff8a80}}
*{box-sizing:border-box}body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.5 system-ui,"PingFang SC","Microsoft YaHei",sans-serif}
main{max-width:560px;margin:0 auto;padding:24px 16px 48px}h1{font-size:24px;line-height:1.25;margin:0 0 4px}p{margin:0 0 16px;color:var(--soft)}
nav{text-align:right;font-size:14px}a{color:var(--deed)}label,legend{display:block;font-weight:600;margin:16px 0 4px}fieldset{border:0;padding:0;margin:0}
input,textarea,select{width:100%;font:inherit;color:inherit;background:var(--field);border:1px solid var(--line);border-radius:8px;padding:10px 12px}
textarea{min-height:140px;resize:vertical}:focus-visible{outline:2px solid var(--deed);outline-offset:2px}small{color:var(--soft)}
button{margin-top:20px;width:100%;min-height:48px;font:inherit;font-weight:600;border:0;border-radius:8px;background:var(--deed);color:var(--on)}
button[disabled]{opacity:.6}output{display:block;margin-top:16px;font-weight:600;overflow-wrap:anywhere}output.bad{color:var(--bad)}.trap{position:absolute;left:-9999px}`;

/** Sends the form as JSON and writes the answer as text. */
const SCRIPT = `
const form=document.querySelector('form'),said=document.querySelector('output'),button=form.querySelector('button'),w=form.dataset;
form.addEventListener('submit',async(event)=>{event.preventDefault();button.disabled=true;said.className='';said.textContent=w.sending;
try{const body=JSON.stringify(Object.fromEntries(new FormData(form)));
const answer=await fetch(location.pathname+location.search,{method:'POST',headers:{'content-type':'application/json'},body});
const told=await answer.json();
if(told.ok){said.textContent=(told.isKnown?w.known:w.done)+' '+told.number;if(!told.isKnown)form.reset()}else{said.className='bad';said.textContent=told.message||w.failed}}
catch{said.className='bad';said.textContent=w.failed}button.disabled=false});`;

const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; connect-src 'self'; base-uri 'none'; form-action 'none'";

export function servicePage(project: string, language: Language): string {
  const words = WORDS[language];
  const other = language === 'en' ? 'zh' : 'en';
  const field = (name: 'name' | 'phone' | 'email' | 'home', kind: string, rest: string) =>
    `<label for="${name}">${words[name]}</label><input id="${name}" name="${name}" type="${kind}" ${rest}>`;
  const kinds = KINDS.map((kind) => `<option value="${kind}">${words[kind]}</option>`).join('');
  const told = (['sending', 'done', 'known', 'failed'] as const)
    .map((name) => `data-${name}="${escaped(words[name])}"`)
    .join(' ');
  return page(
    language,
    `${words.title} · ${project}`,
    `<nav><a href="?lang=${other}">${words.other}</a></nav><h1>${escaped(project)}</h1><p>${words.lead}</p>
<form ${told}><label for="kind">${words.kind}</label><select id="kind" name="kind">${kinds}</select>
${field('name', 'text', 'maxlength="80" autocomplete="name" required')}
${field('phone', 'tel', 'maxlength="40" autocomplete="tel"')}
${field('email', 'email', 'maxlength="120" autocomplete="email"')}<small>${words.either}</small>
${field('home', 'text', 'maxlength="80"')}
<label for="text">${words.text}</label><textarea id="text" name="text" maxlength="2000" required></textarea>
<div class="trap" aria-hidden="true"><label for="website">Website</label><input id="website" name="website" tabindex="-1" autocomplete="off"></div>
<button>${words.send}</button><output role="status" aria-live="polite"></output></form><script>${SCRIPT}</script>`,
  );
}

/** One sentence instead of the form. */
export function sorryPage(sentence: string, language: Language): string {
  return page(
    language,
    WORDS[language].title,
    `<h1>${WORDS[language].title}</h1><p>${escaped(sentence)}</p>`,
  );
}

function page(language: Language, title: string, inside: string): string {
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><meta http-equiv="Content-Security-Policy" content="${POLICY}"><title>${escaped(title)}</title><style>${STYLE}</style></head><body><main>${inside}</main></body></html>`;
}
