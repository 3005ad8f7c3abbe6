/** The page of a rating as HTML: one tap says it, words may be added; whatever it shows is escaped. Pure. */
import { MOST_NOTE, type Rating } from '#commands/care/rating.ts';
import type { Language } from '#commands/system/refusal-text.ts';
import { escaped } from '../shared/html-answer.ts';

const ENGLISH = {
  title: 'How was our service?',
  about: 'Your request',
  told: 'What we told you',
  ask: 'How satisfied are you?',
  tap: 'One tap is enough.',
  thanks: 'Thank you. Your answer is kept.',
  until: (day: string) => `You can change it until ${day}.`,
  over: 'It can no longer be changed here.',
  note: 'Anything you want to tell us (optional)',
  add: 'Send with these words',
  busy: 'Sending …',
  again: 'It could not be sent. Please try again.',
  sorry: 'This page cannot be shown',
  other: '中文',
  one: 'Very dissatisfied',
  two: 'Dissatisfied',
  three: 'In between',
  four: 'Satisfied',
  five: 'Very satisfied',
};

const CHINESE: typeof ENGLISH = {
  title: '请评价我们的服务',
  about: '您的请求',
  told: '我们的答复',
  ask: '您满意吗？',
  tap: '点一下即可。',
  thanks: '谢谢，您的评价已保存。',
  until: (day: string) => `可修改至 ${day}。`,
  over: '此处已不能再修改。',
  note: '想对我们说的话（选填）',
  add: '连同留言一起提交',
  busy: '正在提交…',
  again: '提交失败，请重试。',
  sorry: '无法显示该页面',
  other: 'English',
  one: '非常不满意',
  two: '不满意',
  three: '一般',
  four: '满意',
  five: '非常满意',
};

const WORDS = { en: ENGLISH, 'zh-CN': CHINESE } as const;
const STARS = ['five', 'four', 'three', 'two', 'one'] as const;

const STYLE = `
:root{color-scheme:light dark;--ink:#1c1f24;--soft:#5d6570;--line:#8a919c;--paper:#fff;--page:#f4f5f7;--main:#1f5fbf;--on:#fff;--bad:#b3261e}
@media (prefers-color-scheme:dark){:root{--ink:#eceef1;--soft:#a2aab5;--line:#6b727d;--paper:#1e2227;--page:#14171a;--main:#8ab4f8;--on:#10131a;--bad:#f2b8b5}}
*{box-sizing:border-box}body{margin:0;background:var(--page);color:var(--ink);font:16px/1.5 system-ui,"PingFang SC","Microsoft YaHei",sans-serif}
header,main{max-width:34rem;margin:0 auto;padding:1rem}header{text-align:right;padding-bottom:0}a{color:var(--main)}
h1{font-size:1.4rem;line-height:1.25;margin:0 0 1rem}h2{font-size:1.05rem;margin:1.5rem 0 .25rem}p{margin:0 0 .75rem}.soft,dt{color:var(--soft)}
dl{display:grid;grid-template-columns:auto 1fr;gap:.25rem 1rem;margin:0 0 .75rem}dd{margin:0;overflow-wrap:anywhere;white-space:pre-wrap}
.stars{display:grid;gap:.5rem}button{font:inherit;min-height:3rem;width:100%;padding:.4rem 1rem;border-radius:.5rem;border:1px solid var(--line);background:var(--paper);color:var(--ink);cursor:pointer}
.stars button{display:flex;justify-content:space-between;align-items:center;gap:1rem;text-align:left}.stars span[aria-hidden]{color:var(--main);letter-spacing:.1em}
button[aria-pressed=true]{border:2px solid var(--main);font-weight:600}button.main{background:var(--main);color:var(--on);border-color:var(--main);margin-top:.75rem}
label{display:block;margin:1.25rem 0 .25rem;font-weight:600}textarea{width:100%;min-height:6rem;font:inherit;color:inherit;background:var(--paper);border:1px solid var(--line);border-radius:.5rem;padding:.6rem}
:focus-visible{outline:3px solid var(--main);outline-offset:2px}button[disabled]{opacity:.6}output{display:block;margin-top:1rem;font-weight:600;overflow-wrap:anywhere}output.bad{color:var(--bad)}`;

/** A press keeps its id until it is answered, so that pressed again it is kept once. */
const SCRIPT = `
(function(){var form=document.querySelector('form');if(!form)return;var said=document.querySelector('output'),note=form.querySelector('textarea'),w=form.dataset,ids={};
function newId(){return Array.from(crypto.getRandomValues(new Uint8Array(16)),function(one){return one.toString(16).padStart(2,'0')}).join('')}
function lock(on){form.querySelectorAll('button').forEach(function(one){one.disabled=on})}
function tell(text,bad){said.className=bad?'bad':'';said.textContent=text}
form.addEventListener('submit',function(event){event.preventDefault();var stars=Number(event.submitter&&event.submitter.value);if(!stars)return;
var body={satisfaction:stars,note:note.value},key=JSON.stringify(body);body.requestId=ids[key]=ids[key]||newId();lock(true);tell(w.busy);
fetch(location.pathname+'?lang='+w.lang,{method:'POST',headers:{'content-type':'application/json'},body:JSON.stringify(body)})
.then(function(answer){return answer.json()}).then(function(answer){if(answer.ok){location.replace(location.pathname+'?lang='+w.lang);return}
if(answer.code)delete ids[key];lock(false);tell(answer.message||w.again,true)}).catch(function(){lock(false);tell(w.again,true)})})})();`;

const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; connect-src 'self'; base-uri 'none'; form-action 'none'";

export function ratingPage(rating: Rating, language: Language): string {
  const words = WORDS[language];
  const { given, until, mayAnswer } = rating;
  const facts: [string, string][] = [
    [words.about, [rating.number, rating.subject, rating.project].filter(Boolean).join(' · ')],
    [words.told, rating.feedback],
  ];
  const lines = facts
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `<dt>${name}</dt><dd>${escaped(value)}</dd>`);
  const change = mayAnswer ? words.until(until ?? '') : words.over;
  const kept = given === null ? '' : `<p role="status"><strong>${words.thanks}</strong> ${change}</p>`;
  const body = [`<h1>${words.title}</h1>`, `<dl>${lines.join('')}</dl>`, kept];
  return page(language, [...body, mayAnswer ? form(rating, language) : shown(rating, language)].join('\n'));
}

/** One sentence instead of the question. */
export function ratingProblem(sentence: string | null, language: Language): string {
  const words = WORDS[language];
  return page(language, `<h1>${words.sorry}</h1><p>${escaped(sentence ?? words.again)}</p>`);
}

const starsOf = (stars: number) => '★'.repeat(stars) + '☆'.repeat(STARS.length - stars);

function wordOf(stars: number, language: Language): string {
  const name = STARS[STARS.length - stars];
  return name === undefined ? '' : WORDS[language][name];
}

function form({ given }: Rating, language: Language): string {
  const words = WORDS[language];
  const code = language === 'en' ? 'en' : 'zh';
  const buttons = STARS.map((name, index) => {
    const stars = STARS.length - index;
    const pressed = `aria-pressed="${given?.stars === stars}"`;
    return `<button value="${stars}" ${pressed}>${words[name]}<span aria-hidden="true">${starsOf(stars)}</span></button>`;
  }).join('\n');
  const note = escaped(given?.note ?? '');
  const add = given === null ? '' : `<button class="main" value="${given.stars}">${words.add}</button>`;
  return `<form data-lang="${code}" data-busy="${words.busy}" data-again="${words.again}"><h2 id="ask">${words.ask}</h2><p class="soft">${words.tap}</p>
<div class="stars" role="group" aria-labelledby="ask">${buttons}</div>
<label for="note">${words.note}</label><textarea id="note" maxlength="${MOST_NOTE}">${note}</textarea>${add}
<output role="status" aria-live="polite"></output></form>`;
}

function shown({ given }: Rating, language: Language): string {
  if (given === null) return '';
  const note = given.note === '' ? '' : `<p>${escaped(given.note)}</p>`;
  return `<h2>${WORDS[language].ask}</h2><p>${wordOf(given.stars, language)} <span aria-hidden="true">${starsOf(given.stars)}</span></p>${note}`;
}

function page(language: Language, inside: string): string {
  const { title, other } = WORDS[language];
  const [code, name] = language === 'en' ? ['zh', 'zh-CN'] : ['en', 'en'];
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><meta name="referrer" content="no-referrer"><meta http-equiv="Content-Security-Policy" content="${POLICY}"><title>${title}</title><style>${STYLE}</style></head><body><header><a href="?lang=${code}" lang="${name}">${other}</a></header><main>${inside}</main><script>${SCRIPT}</script></body></html>`;
}
