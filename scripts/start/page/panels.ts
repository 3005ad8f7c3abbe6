/** The panel at the side: a record with its widgets and commands, and the form of a command above it. */
import { isAvailable } from './availability.ts';
import type { PanelParams } from './host.ts';
import { readFacts } from './lists.ts';
import { ask, type Choice, type Settings } from './settings.ts';
import { frameFor } from './widget-frame.ts';
import type { PageWords } from './words.ts';

type Surroundings = {
  settings: Settings;
  choice: Choice;
  words: PageWords;
  named: (text: string) => string;
  place: HTMLElement;
};

type Opened = { title: string; parts: HTMLElement[] };

export function panels({ settings, choice, words, named, place }: Surroundings) {
  const { catalogue } = settings;
  const stack: PanelParams[] = [];
  let components: Promise<Map<string, string>> | null = null;

  /** Ids of this workspace to the identifiers of the manifest. */
  function universalIds(): Promise<Map<string, string>> {
    type Answer = { frontComponents: { id: string; universalIdentifier: string }[] };
    components ??= ask<Answer>(
      settings,
      choice,
      '/metadata',
      '{ frontComponents { id universalIdentifier } }',
    ).then(({ frontComponents }) => new Map(frontComponents.map((one) => [one.id, one.universalIdentifier])));
    return components;
  }

  async function form({ frontComponentId = '', recordId, pageTitle = '' }: PanelParams): Promise<Opened> {
    // A command of this page is named by its bundle already.
    const identifier = (await universalIds()).get(frontComponentId) ?? '';
    const bundle = catalogue.bundles[identifier] ?? frontComponentId;
    const recordIds = recordId === undefined ? [] : [recordId];
    return {
      title: pageTitle,
      parts: [frameFor(choice, { bundle, title: pageTitle, recordIds, grows: true })],
    };
  }

  async function record({ recordId = '', objectNameSingular = '' }: PanelParams): Promise<Opened> {
    const read = await readFacts(settings, choice, objectNameSingular, recordId);
    const widgets = (catalogue.recordWidgets[objectNameSingular] ?? []).flatMap(({ title, bundle }) =>
      bundle === null
        ? []
        : [frameFor(choice, { bundle, title: named(title), recordIds: [recordId], grows: true })],
    );
    const commands = document.createElement('div');
    commands.className = 'commands';
    commands.role = 'group';
    commands.ariaLabel = words.commands;
    for (const command of catalogue.commands) {
      if (command.object !== objectNameSingular || read.record === null) continue;
      if (!isAvailable(command.available, [read.record])) continue;
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = named(command.label);
      button.addEventListener('click', () => {
        const pageTitle = named(command.label);
        void open({ frontComponentId: command.bundle, recordId, objectNameSingular, pageTitle });
      });
      commands.append(button);
    }
    return { title: read.title, parts: [read.facts, commands, ...widgets] };
  }

  async function draw(): Promise<void> {
    const top = stack.at(-1);
    place.hidden = top === undefined;
    if (top === undefined) return place.replaceChildren();
    const { title, parts } = top.frontComponentId === undefined ? await record(top) : await form(top);
    const heading = document.createElement('h2');
    heading.textContent = title;
    heading.tabIndex = -1;
    const closing = document.createElement('button');
    closing.type = 'button';
    closing.textContent = words.close;
    closing.addEventListener('click', close);
    place.ariaLabel = title;
    place.replaceChildren(heading, closing, ...parts);
    heading.focus();
  }

  function open(params: PanelParams): Promise<void> {
    stack.push(params);
    return draw();
  }

  function close(): void {
    stack.pop();
    void draw();
  }

  return { open, close };
}
