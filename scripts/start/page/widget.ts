// One widget in a frame of its own, with the surroundings that Twenty's sandbox gives it:
// /widget?bundle=/widgets/….mjs&record=ID&member=…&language=…&scheme=…
import type { Host } from './host.ts';
import { choiceOf, readSettings } from './settings.ts';

const query = new URLSearchParams(location.search);
const settings = await readSettings();
const { member, language, scheme } = choiceOf(query, settings);
const bundle = query.get('bundle') ?? '';
const record = query.get('record');

document.documentElement.lang = language;
document.documentElement.dataset.scheme = scheme;
document.title = query.get('title') ?? 'Keyturn';

/** Alone in a tab there is no page around it: then what it asks for is only noted. */
function host(): Partial<Host> {
  return window.parent === window ? {} : ((window.parent as { keyturnHost?: Host }).keyturnHost ?? {});
}

Object.assign(globalThis, {
  process: {
    env: { TWENTY_API_URL: settings.url, TWENTY_APP_ACCESS_TOKEN: member.token, TWENTY_FUNCTIONS_URL: '' },
  },
  __twentySdkExecutionContext__: {
    colorScheme: scheme,
    locale: language,
    selectedRecordIds: record === null ? [] : record.split(','),
    recordId: record,
    userId: member.userId,
    frontComponentId: bundle,
  },
  __twentySdkContextListeners__: new Set(),
  frontComponentHostCommunicationApi: {
    enqueueSnackbar: async (options: { message: string }) => host().say?.(options.message),
    openSidePanelPage: async (params: object) => host().openPanel?.(params),
    closeSidePanel: async () => host().closePanel?.(),
    navigate: async (...given: unknown[]) => host().goTo?.(given),
    unmountFrontComponent: async () => host().closePanel?.(),
    updateProgress: async () => undefined,
    copyToClipboard: async (text: string) => navigator.clipboard.writeText(text),
    openCommandConfirmationModal: async ({ title, subtitle }: { title: string; subtitle: string }) =>
      window.confirm(`${title}\n\n${subtitle}`) ? 'confirm' : 'cancel',
    requestAccessTokenRefresh: async () => member.token,
  },
});

const container = document.getElementById('widget');
// Only bundles of the build: the address may come from anywhere.
if (container !== null && Object.values(settings.catalogue.bundles).includes(bundle)) {
  const { default: mount } = (await import(bundle)) as { default: (container: Element) => void };
  mount(container);
  const tell = () => host().resized?.(window, container.scrollHeight);
  new ResizeObserver(tell).observe(container);
}
