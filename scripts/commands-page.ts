/** docs/commands.md: every entry of the command menu, where and when it is offered; written by `npm run pipeline`. */
import { pathToFileURL } from 'node:url';
import { objectId } from '#kit/object.ts';
import { definitionFiles, projectPath } from '#scripts/build/definition-files.ts';
import { isAvailable } from '#scripts/start/page/availability.ts';
import { PIPELINE } from '#workflows/pipeline/index.ts';
import type { AnyMachine } from '#workflows/pipeline/machine.ts';

export const COMMANDS_PAGE = 'docs/commands.md';

type Chinese = Readonly<Record<string, string>>;

export type MenuEntry = {
  file: string;
  label: string;
  isPinned: boolean;
  frontComponentUniversalIdentifier: string;
  availabilityType: string;
  availabilityObjectUniversalIdentifier?: string;
  conditionalAvailabilityExpression?: string;
};

type Defined = { universalIdentifier: string; description?: string; labelPlural?: string };

const HEAD = `# Commands

What stands in Twenty's command menu (Ctrl or Cmd + K, or the buttons above a record), and where and when it is
offered. An entry opens the form of its command. It is offered by what Twenty knows of the selected records, which
is the state; whose right it is, and everything else, the server decides when the form is sent, and says why not.
Pinned entries (📌) are buttons, the others are found by typing.

This page is written by \`npm run pipeline\` from the entries (\`widgets/**/*.command.ts\`); a test compares the two,
and each entry with the [pipeline](pipeline.md).`;

async function defined<T>(ending: string): Promise<(T & { file: string })[]> {
  const files = (await definitionFiles()).filter((file) => file.endsWith(ending));
  return Promise.all(
    files.map(async (file) => {
      const module = (await import(pathToFileURL(projectPath(file)).href)) as { default: { config: T } };
      return { ...module.default.config, file };
    }),
  );
}

export async function menuEntries(): Promise<MenuEntry[]> {
  return defined<MenuEntry>('.command.ts');
}

export function machineOf({ availabilityObjectUniversalIdentifier }: MenuEntry): AnyMachine | undefined {
  return PIPELINE.find(({ object }) => objectId(object) === availabilityObjectUniversalIdentifier);
}

/** States of its object in which an entry is offered, for one record or for several. */
export function statesOffered(
  { conditionalAvailabilityExpression: expression }: MenuEntry,
  machine: AnyMachine,
): string[] {
  return Object.keys(machine.stages).filter((state) =>
    [[{ state }], [{ state }, { state }]].some((records) => isAvailable(expression ?? null, records)),
  );
}

function whenText(entry: MenuEntry): string {
  const expression = entry.conditionalAvailabilityExpression;
  const machine = machineOf(entry);
  const [one, several] = machine === undefined ? [true, false] : countsOf(entry, machine);
  const count = one && several ? 'one or several' : several ? 'several' : 'one';
  if (machine === undefined) return expression === undefined ? 'always' : count;
  const states = statesOffered(entry, machine);
  const isAll = states.length === Object.keys(machine.stages).length;
  return `${count}: ${isAll ? 'any state' : states.map((state) => machine.stages[state]?.label ?? state).join(', ')}`;
}

function countsOf(
  { conditionalAvailabilityExpression: expression }: MenuEntry,
  machine: AnyMachine,
): [boolean, boolean] {
  const states = Object.keys(machine.stages);
  return [
    states.some((state) => isAvailable(expression ?? null, [{ state }])),
    states.some((state) => isAvailable(expression ?? null, [{ state }, { state }])),
  ];
}

export async function commandsPage(chinese: Chinese): Promise<string> {
  const objects = await defined<Defined>('.object.ts');
  const widgets = await defined<Defined>('.widget.tsx');
  const entries = await menuEntries();
  const titleOf = ({ availabilityType, availabilityObjectUniversalIdentifier }: MenuEntry) =>
    availabilityType === 'GLOBAL'
      ? 'Everywhere'
      : (objects.find((one) => one.universalIdentifier === availabilityObjectUniversalIdentifier)
          ?.labelPlural ?? 'People');
  const titles = [...new Set(entries.map(titleOf))].sort();
  const sections = titles.map((title) => {
    const rows = entries
      .filter((entry) => titleOf(entry) === title)
      .sort((a, b) => Number(b.isPinned) - Number(a.isPinned) || (a.label < b.label ? -1 : 1))
      .map((entry) => {
        const widget = widgets.find(
          (one) => one.universalIdentifier === entry.frontComponentUniversalIdentifier,
        );
        const pin = entry.isPinned ? '📌 ' : '';
        return `| ${pin}${entry.label} | ${chinese[entry.label] ?? ''} | ${whenText(entry)} | ${widget?.description ?? ''} |`;
      });
    const head = ['| Entry | 中文 | Offered for | What it does |', '| --- | --- | --- | --- |'];
    return [`## ${title}`, '', ...head, ...rows].join('\n');
  });
  return `${[HEAD, ...sections].join('\n\n')}\n`;
}
