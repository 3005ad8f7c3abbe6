/** The public page of snags: one piece of HTML, usable on a phone in a stairwell. Pure. */
import type { Opened, ShownSnag } from '#commands/handover/snag-links.ts';
import { escaped } from '../shared/html-answer.ts';
import { SNAG_PAGE_SCRIPT, SNAG_PAGE_STYLE } from './snag-page-parts.ts';
import { type PageLanguage, SNAG_PAGE_WORDS, type SnagPageWords } from './snag-page-words.ts';

export function snagPage({ kind, name, snags }: Opened, language: PageLanguage): string {
  const words = SNAG_PAGE_WORDS[language];
  const title = words[kind](name);
  const cards = snags.map((snag) => cardOf(snag, kind, words)).join('\n');
  const list = snags.length === 0 ? `<p class="none">${escaped(words.none[kind])}</p>` : cards;
  const said = `data-sent="${escaped(words.sent)}" data-failed="${escaped(words.failed)}" data-side="${kind === 'contractor' ? 'AFTER' : 'BEFORE'}"`;
  return pageOf(
    title,
    language,
    `<main ${said}><h1>${escaped(title)}</h1><p class="hint">${escaped(words.hint[kind])}</p>${list}</main>
<p id="told" role="status" aria-live="polite"></p><script>${SNAG_PAGE_SCRIPT}</script>`,
  );
}

/** In place of the list, when the link opens nothing. */
export function refusedPage(message: string, language: PageLanguage): string {
  const title = SNAG_PAGE_WORDS[language].cannotOpen;
  return pageOf(title, language, `<main><h1>${escaped(title)}</h1><p>${escaped(message)}</p></main>`);
}

function pageOf(title: string, language: PageLanguage, body: string): string {
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer"><title>${escaped(title)}</title><style>${SNAG_PAGE_STYLE}</style></head>
<body>${body}</body></html>`;
}

function cardOf(snag: ShownSnag, kind: Opened['kind'], words: SnagPageWords): string {
  const due = snag.dueAt === null ? '' : `${words.due} ${snag.dueAt.slice(0, 10)}`;
  const place = [snag.unit?.building?.name, snag.unit?.name, snag.room].filter(Boolean).join(' · ');
  const late = snag.isOverdue ? ` <strong class="late">${escaped(words.late)}</strong>` : '';
  const counts = [
    [snag.photosBefore ?? 0, words.before],
    [snag.photosAfter ?? 0, words.after],
  ] as const;
  const photos = counts.some(([count]) => count > 0)
    ? `<button type="button" data-do="PHOTOS" data-before="${escaped(words.before)}" data-after="${escaped(words.after)}">${escaped(words.photos)} (${counts
        .filter(([count]) => count > 0)
        .map(([count, word]) => `${count} ${escaped(word)}`)
        .join(', ')})</button><div class="photos"></div>`
    : '';
  return `<article data-snag="${escaped(snag.id)}" data-severity="${snag.severity}">
<p class="place">${escaped(place)}</p><h2>${escaped(titleOf(snag))}</h2>
${snag.description === '' ? '' : `<p>${escaped(snag.description)}</p>`}
<p class="facts"><span class="tag">${escaped(words.state[snag.state])}</span> <span>${escaped(words.severity[snag.severity])}</span> <span>${escaped(due)}${late}</span></p>
${photos}${actionsOf(snag, kind, words)}</article>`;
}

/** The name begins with unit and room, which stand above it already. */
function titleOf({ name, unit, room }: ShownSnag): string {
  const head = [unit?.name, room].filter(Boolean).join(' · ');
  return head !== '' && name.startsWith(`${head} · `) ? name.slice(head.length + 3) : name;
}

function actionsOf(snag: ShownSnag, kind: Opened['kind'], words: SnagPageWords): string {
  const camera = snag.mayAddPhoto
    ? `<label class="button">${escaped(words.photo)}<input type="file" accept="image/jpeg,image/png,image/webp" capture="environment"></label>`
    : '';
  if (kind === 'inspection') return `<div class="actions">${camera}</div>`;
  if (!snag.mayMove) return '';
  const begun =
    snag.state === 'IN_PROGRESS'
      ? ''
      : `<button type="button" data-do="START">${escaped(words.begun)}</button>`;
  return `<label class="note">${escaped(words.note)}<textarea rows="2" maxlength="1000"></textarea></label>
<div class="actions">${camera}${begun}<button type="button" class="main" data-do="FIX">${escaped(words.fixed)}</button></div>`;
}
