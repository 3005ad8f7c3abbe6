// The frame of the demo page: who acts, language, colours, and which list or widget is shown.
// A choice is kept in the address, so that a reload or a link shows the same thing.
import { LISTS, showList, showRecord } from './lists.js';

const WORDS = {
  en: {
    actAs: 'Act as',
    language: 'Language',
    colours: 'Colours',
    light: 'Light',
    dark: 'Dark',
    board: 'Sales control',
    honesty: 'embedded workspace on this machine: a stand-in for trying Keyturn, not a CRM',
  },
  'zh-CN': {
    actAs: '身份',
    language: '语言',
    colours: '配色',
    light: '浅色',
    dark: '深色',
    board: '销控表',
    honesty: '本机内置工作区:仅供试用 Keyturn,并非完整 CRM',
  },
};

const query = new URLSearchParams(location.search);
const settings = await (await fetch('/settings.json')).json();
const language = query.get('language') === 'zh-CN' ? 'zh-CN' : 'en';
const scheme = query.get('scheme') === 'dark' ? 'dark' : 'light';
const member = settings.members.find(({ id }) => id === query.get('member')) ?? settings.members[0];
const tab = LISTS.some(({ key }) => key === query.get('tab')) ? query.get('tab') : 'board';
const words = WORDS[language];

document.documentElement.lang = language;
document.documentElement.dataset.scheme = scheme;
document.getElementById('honesty').textContent = words.honesty;
for (const element of document.querySelectorAll('[data-word]'))
  element.textContent = words[element.dataset.word];

function choose(name, value) {
  query.set(name, value);
  location.search = query.toString();
}

function chooser(id, name, value) {
  const element = document.getElementById(id);
  element.value = value;
  element.addEventListener('change', () => choose(name, element.value));
}

const memberSelect = document.getElementById('member');
for (const { id, name, roleLabel } of settings.members)
  memberSelect.add(new Option(`${name} (${roleLabel})`, id));
chooser('member', 'member', member.id);
chooser('language', 'language', language);
chooser('scheme', 'scheme', scheme);

const tabs = document.getElementById('tabs');
for (const { key, title } of [{ key: 'board', title: { en: words.board, 'zh-CN': words.board } }, ...LISTS]) {
  const button = document.createElement('button');
  button.type = 'button';
  button.role = 'tab';
  button.ariaSelected = String(key === tab);
  button.textContent = title[language];
  button.addEventListener('click', () => choose('tab', key));
  tabs.append(button);
}

function snackbar({ message }) {
  const element = document.getElementById('snackbar');
  element.textContent = message;
  setTimeout(() => (element.textContent = ''), 6000);
}

/** Mounts a bundle with the surroundings that Twenty's sandbox gives it. */
async function mountWidget(path, container) {
  const noop = async () => undefined;
  globalThis.process = {
    env: { TWENTY_API_URL: settings.url, TWENTY_APP_ACCESS_TOKEN: member.token, TWENTY_FUNCTIONS_URL: '' },
  };
  globalThis.__twentySdkExecutionContext__ = {
    colorScheme: scheme,
    locale: language,
    selectedRecordIds: [],
    recordId: null,
    userId: member.userId,
    frontComponentId: path,
  };
  globalThis.__twentySdkContextListeners__ = new Set();
  globalThis.frontComponentHostCommunicationApi = {
    enqueueSnackbar: async (options) => snackbar(options),
    openSidePanelPage: async ({ recordId, objectNameSingular }) =>
      showRecord({ settings, member, language }, objectNameSingular, recordId),
    closeSidePanel: noop,
    navigate: noop,
    unmountFrontComponent: noop,
    updateProgress: noop,
    copyToClipboard: noop,
    openCommandConfirmationModal: noop,
    requestAccessTokenRefresh: async () => member.token,
  };
  const { default: mount } = await import(path);
  mount(container);
}

const main = document.getElementById('main');
if (tab === 'board') {
  const container = document.createElement('div');
  container.className = 'board';
  main.append(container);
  await mountWidget('/widgets/inventory/sales-control/sales-control.widget.mjs', container);
} else {
  await showList({ settings, member, language }, tab, main);
}
