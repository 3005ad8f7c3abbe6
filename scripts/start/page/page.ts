// The frame of the demo page: who acts, language, colours, and which board or list is shown.
// A choice is kept in the address, so that a reload or a link shows the same thing.
import type { Host } from './host.ts';
import { LISTS, showList } from './lists.ts';
import { panels } from './panels.ts';
import { rowsFilter } from './rows-filter.ts';
import { choiceOf, readSettings } from './settings.ts';
import { frameFor } from './widget-frame.ts';
import { nameIn, type PageWords, wordsFor } from './words.ts';

const query = new URLSearchParams(location.search);
const settings = await readSettings();
const choice = choiceOf(query, settings);
const { member, language, scheme } = choice;
const words = wordsFor(language);
const named = nameIn(settings, language);
const { pages } = settings.catalogue;

document.documentElement.lang = language;
document.documentElement.dataset.scheme = scheme;
element('honesty').textContent = words.honesty;
for (const marked of document.querySelectorAll<HTMLElement>('[data-word]'))
  marked.textContent = words[marked.dataset.word as keyof PageWords];

function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The page has no #${id}`);
  return found;
}

function addressWith(changes: Record<string, string>): string {
  const changed = new URLSearchParams(query);
  changed.delete('rows');
  for (const [name, value] of Object.entries(changes)) changed.set(name, value);
  return `?${changed}`;
}

function chooser(id: 'member' | 'language' | 'scheme', value: string): void {
  const select = element(id) as HTMLSelectElement;
  select.value = value;
  select.addEventListener('change', () => {
    location.search = addressWith({ [id]: select.value });
  });
}

const memberSelect = element('member') as HTMLSelectElement;
for (const { id, name, roleLabel } of settings.members)
  memberSelect.add(new Option(`${name} (${named(roleLabel)})`, id));
chooser('member', member.id);
chooser('language', language);
chooser('scheme', scheme);

const view = query.get('view') ?? '';
const list = LISTS.find(({ key }) => view === `list-${key}`);
const page = list === undefined ? (pages.find(({ key }) => key === view) ?? pages[0]) : undefined;

function group(title: string, entries: readonly { view: string; name: string }[]): void {
  const heading = document.createElement('h2');
  heading.textContent = title;
  const items = document.createElement('ul');
  for (const entry of entries) {
    const link = document.createElement('a');
    link.href = addressWith({ view: entry.view });
    link.textContent = entry.name;
    if (entry.view === (list === undefined ? page?.key : view)) link.setAttribute('aria-current', 'page');
    const item = document.createElement('li');
    item.append(link);
    items.append(item);
  }
  element('nav').append(heading, items);
}

group(
  words.boards,
  pages.map(({ key, name }) => ({ view: key, name: named(name) })),
);
group(
  words.records,
  LISTS.map(({ key, title }) => ({ view: `list-${key}`, name: title[language] })),
);

const panel = panels({ settings, choice, words, named, place: element('panel') });

const host: Host = {
  say(message) {
    const snackbar = element('snackbar');
    snackbar.textContent = message;
    setTimeout(() => {
      snackbar.textContent = '';
    }, 6000);
  },
  openPanel: (params) => void panel.open(params),
  closePanel: () => panel.close(),
  goTo([, params, search]) {
    const { objectNamePlural = '' } = (params ?? {}) as { objectNamePlural?: string };
    const { filter = {} } = (search ?? {}) as { filter?: Record<string, Record<string, string>> };
    const target = LISTS.find(({ plural }) => plural === objectNamePlural);
    if (target !== undefined)
      location.search = addressWith({ view: `list-${target.key}`, rows: rowsFilter(filter) });
  },
  resized(frame, height) {
    for (const one of document.querySelectorAll<HTMLIFrameElement>('iframe.grows'))
      if (one.contentWindow === frame) one.style.height = `${Math.max(120, height)}px`;
  },
};
Object.assign(window, { keyturnHost: host });

const main = element('main');
if (list !== undefined) {
  const open = (recordId: string) => void panel.open({ recordId, objectNameSingular: list.singular });
  main.append(...(await showList(settings, choice, list, query.get('rows') ?? '', open)));
} else if (page !== undefined) {
  const drawn = page.widgets.filter(({ bundle }) => bundle !== null);
  main.classList.toggle('alone', drawn.length === 1);
  for (const { title, bundle } of drawn)
    main.append(frameFor(choice, { bundle: bundle ?? '', title: named(title), grows: drawn.length > 1 }));
  const native = page.widgets.filter(({ bundle }) => bundle === null);
  if (native.length > 0) {
    const note = document.createElement('p');
    note.className = 'foot';
    note.textContent = `${words.native} ${native.map(({ title }) => named(title)).join(', ')}.`;
    main.append(note);
  }
}
