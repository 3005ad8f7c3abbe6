/** The buyer's page as HTML: plain data in, text out. Everything that is shown is escaped. Pure. */
import type { Visit } from '#commands/handover/visit.ts';
import type { Language } from '#commands/system/refusal-text.ts';
import { VISIT_SCRIPT, VISIT_STYLE } from './visit-style.ts';

type Words = Readonly<Record<keyof typeof ENGLISH, string>>;

const ENGLISH = {
  title: 'Handover of your home',
  hello: 'Welcome',
  home: 'Home',
  place: 'Place',
  yours: 'Your appointment',
  none: 'You have no appointment yet. Choose a time below.',
  missed: 'You missed your appointment. Please choose another time.',
  choose: 'Choose a time',
  move: 'Choose another time',
  full: 'No time is free at the moment. Please call us.',
  closed: 'Times can no longer be changed here. Please call us.',
  late: 'From the day before on, please call us to change it.',
  zone: 'All times are local times at the home',
  proxy: 'Who comes in your place (if you do not come yourself)',
  proxyHint: 'A proxy brings a power of attorney and an identity document.',
  bring: 'Please bring your identity document.',
  book: 'Book',
  cancel: 'Give up the appointment',
  free: 'free',
  later: 'Later days',
  first: 'Earlier days',
  other: '中文',
  handed: 'The keys were handed over. Nothing is left to do here.',
  here: 'You are here already. Nothing is left to do here.',
  deemed: 'Your home counts as delivered. Please call us to fetch the keys.',
  sorry: 'This page cannot be shown',
  again: 'Something went wrong. Please try again in a moment.',
  sure: 'Give up this appointment?',
  busy: 'One moment…',
};

const CHINESE: Words = {
  title: '房屋交付预约',
  hello: '您好',
  home: '房屋',
  place: '地点',
  yours: '您的预约',
  none: '您还没有预约，请在下方选择时间。',
  missed: '您未按时到场，请重新选择时间。',
  choose: '选择时间',
  move: '改约其他时间',
  full: '暂无可预约的时间，请来电联系。',
  closed: '此处已不能更改时间，请来电联系。',
  late: '预约日当天及之后如需更改，请来电联系。',
  zone: '所有时间均为房屋所在地时间',
  proxy: '代办人姓名（本人不到场时填写）',
  proxyHint: '代办人请携带授权委托书和身份证件。',
  bring: '请携带身份证件。',
  book: '预约',
  cancel: '取消预约',
  free: '个名额',
  later: '之后的日期',
  first: '最早的日期',
  other: 'English',
  handed: '钥匙已交付，无需再办理。',
  here: '您已到场，无需再办理。',
  deemed: '您的房屋已视为交付，请来电领取钥匙。',
  sorry: '无法显示该页面',
  again: '出现问题，请稍后重试。',
  sure: '确定取消该预约吗？',
  busy: '请稍候…',
};

const WORDS: Record<Language, Words> = { en: ENGLISH, 'zh-CN': CHINESE };

export function visitPage(visit: Visit, language: Language): string {
  const words = WORDS[language];
  const facts: [string, string][] = [
    [words.home, [visit.project, visit.home].filter(Boolean).join(' · ')],
    [words.place, visit.place],
  ];
  const body = [
    `<p class="who">${words.hello}${visit.buyer === '' ? '' : ` ${esc(visit.buyer)}`}</p>`,
    `<dl>${facts.flatMap(([name, value]) => (value === '' ? [] : [`<dt>${name}</dt><dd>${esc(value)}</dd>`])).join('')}</dl>`,
    own(visit, words, language),
    visit.mayChange ? choice(visit, words, language) : '',
  ];
  return page(words, language, body.join('\n'));
}

export function problemPage(message: string | null, language: Language): string {
  const words = WORDS[language];
  return page(
    words,
    language,
    `<section class="card"><h2>${words.sorry}</h2><p>${esc(message ?? words.again)}</p></section>`,
  );
}

function own({ booked, state, mayChange, isOpen }: Visit, words: Words, language: Language): string {
  const when =
    booked === null || state === 'NO_SHOW'
      ? ''
      : `<p class="when">${dayText(booked.day, language)}<br><strong>${booked.time}</strong></p>`;
  const ended = endedText(state, words);
  const told =
    ended ??
    (state === 'NO_SHOW' && isOpen
      ? words.missed
      : when === ''
        ? isOpen
          ? words.none
          : words.closed
        : words.bring);
  const late = when !== '' && ended === null && !mayChange ? `<p class="soft">${words.late}</p>` : '';
  const cancel =
    state === 'BOOKED' && mayChange
      ? `<button type="button" class="plain" data-cancel>${words.cancel}</button>`
      : '';
  return `<section class="card"><h2>${words.yours}</h2>${when}<p>${told}</p>${late}${cancel}</section>`;
}

function endedText(state: Visit['state'], words: Words): string | null {
  if (state === 'KEYS_HANDED') return words.handed;
  if (state === 'DEEMED_DELIVERED') return words.deemed;
  return ['NOTIFIED', 'BOOKED', 'NO_SHOW'].includes(state) ? null : words.here;
}

function choice(
  { booked, days, next, proxyName, timeZone, state }: Visit,
  words: Words,
  language: Language,
): string {
  const isMove = booked !== null && state === 'BOOKED';
  if (days.length === 0) return `<section class="card"><p>${words.full}</p></section>`;
  const code = language === 'en' ? 'en' : 'zh';
  const more = next === null ? '' : `<a href="?lang=${code}&amp;from=${esc(next)}">${words.later} ›</a>`;
  return `<section class="card"><h2>${isMove ? words.move : words.choose}</h2>
<p class="soft">${words.zone} (${esc(timeZone)}).</p>
<label>${words.proxy}<input name="proxy" maxlength="100" autocomplete="off" value="${esc(proxyName)}"></label>
<p class="soft">${words.proxyHint}</p>
${days.map(({ day, slots }) => dayBlock(day, slots, words, language)).join('\n')}
<nav><a href="?lang=${code}">‹ ${words.first}</a>${more}</nav>
</section>`;
}

function dayBlock(
  day: string,
  slots: Visit['days'][number]['slots'],
  words: Words,
  language: Language,
): string {
  const buttons = slots.map(
    ({ startsAt, time, free }) =>
      `<button type="button" data-slot="${esc(startsAt)}" aria-label="${words.book} ${dayText(day, language)} ${time}">${time}<small>${free} ${words.free}</small></button>`,
  );
  return `<h3>${dayText(day, language)}</h3><div class="slots">${buttons.join('')}</div>`;
}

function dayText(day: string, language: Language): string {
  const parts = {
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  } as const;
  return esc(
    new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'zh-CN', parts).format(
      new Date(`${day}T00:00:00Z`),
    ),
  );
}

function page(words: Words, language: Language, body: string): string {
  const other = language === 'en' ? 'zh' : 'en';
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<title>${words.title}</title>
<style>${VISIT_STYLE}</style>
</head>
<body data-sure="${esc(words.sure)}" data-again="${esc(words.again)}" data-busy="${esc(words.busy)}">
<header><h1>${words.title}</h1><a href="?lang=${other}" lang="${other}">${words.other}</a></header>
<main>
<p id="told" role="status" aria-live="polite" hidden></p>
${body}
</main>
<script>${VISIT_SCRIPT}</script>
</body>
</html>
`;
}

export function esc(text: string): string {
  const signs: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);
}
