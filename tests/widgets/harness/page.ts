/** Sets a plain page up as Twenty's sandbox is, so that the very bundle that ships runs in it. */
import { NOW } from '#tests/widgets/fixtures/tower.ts';
import { fakeFetch } from './fake-twenty.ts';
import { SCENES } from './scenes.ts';

const scene = SCENES.find(({ name }) => name === new URLSearchParams(location.search).get('scene'));
if (scene === undefined) throw new Error('No such scene');

const said: string[] = [];
const say = (what: string) => async (value: unknown) => {
  said.push(`${what} ${JSON.stringify(value)}`);
  document.title = said.join(' | ');
};

Object.assign(globalThis, {
  process: { env: { TWENTY_API_URL: 'http://twenty.test', TWENTY_APP_ACCESS_TOKEN: 'token' } },
  __twentySdkExecutionContext__: {
    frontComponentId: 'harness',
    userId: 'harness',
    recordId: null,
    selectedRecordIds: scene.selectedRecordIds,
    colorScheme: scene.scheme,
    locale: scene.locale,
  },
  __twentySdkContextListeners__: new Set(),
  frontComponentHostCommunicationApi: {
    enqueueSnackbar: say('snackbar'),
    openSidePanelPage: say('open'),
    navigate: say('navigate'),
    closeSidePanel: say('close'),
    unmountFrontComponent: say('unmount'),
    openCommandConfirmationModal: say('confirm'),
  },
  fetch: fakeFetch(scene),
});

// Time stands still, so that what is left of a hold is the same in every picture.
const RealDate = Date;
globalThis.Date = class extends RealDate {
  constructor(...given: [] | [number | string]) {
    // `new Date(year, month, day)` has more arguments than one signature of the constructor says.
    super(...((given.length === 0 ? [NOW] : given) as [number]));
  }
  static override now() {
    return NOW;
  }
} as DateConstructor;

const { default: mount } = (await import(/* @vite-ignore */ `${location.origin}/bundle.mjs`)) as {
  default: (container: Element) => void;
};
const container = document.getElementById('widget');

/** Marks the moment at which so many cells stand and are laid out, for who measures how long that takes. */
function markWhenFull(cells: number, within: Element): void {
  const observer = new MutationObserver(() => {
    if (within.querySelectorAll('[role=gridcell]').length < cells) return;
    observer.disconnect();
    within.getBoundingClientRect();
    performance.mark('full');
  });
  observer.observe(within, { childList: true, subtree: true });
}

if (container !== null) {
  if (scene.cells !== undefined) markWhenFull(scene.cells, container);
  performance.mark('mount');
  mount(container);
}
