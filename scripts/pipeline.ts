/**
 * `tsx scripts/pipeline.ts`: writes docs/pipeline.md, the state machines of `workflows/pipeline` for people to
 * read, and docs/commands.md. With --check it only says whether the files are what it would write.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { projectPath } from '#scripts/build/definition-files.ts';
import { COMMANDS_PAGE, commandsPage } from '#scripts/commands-page.ts';
import { PIPELINE } from '#workflows/pipeline/index.ts';
import { type AnyMachine, stepsOf } from '#workflows/pipeline/machine.ts';

export const PIPELINE_PAGE = 'docs/pipeline.md';

type Chinese = Readonly<Record<string, string>>;

const HEAD = `# The pipeline

How everything that has a state goes from one to the next: which command takes it there, what the command
checks first and which right it needs. Nobody sets a state by hand: a change that no command stands for is put
back. Numbers in brackets are the rules of the field's book.

This page is written by \`npm run pipeline\` from [workflows/pipeline](../workflows/pipeline); a test compares the
two, and the tables with those that the domain checks.`;

const code = (names: readonly string[]) => names.map((name) => `\`${name}\``).join(', ');

function anchor(title: string): string {
  return title.toLowerCase().replaceAll(' ', '-');
}

function named(machine: AnyMachine, state: string): string {
  return machine.stages[state]?.label ?? state;
}

function diagram(machine: AnyMachine): string[] {
  const states = Object.entries(machine.stages).map(([state, { label }]) => `  ${state}: ${label}`);
  const begins = [...new Set(machine.begins.map((beginning) => `  [*] --> ${beginning.in}`))];
  const isSaid = new Set<string>();
  const steps = stepsOf(machine).flatMap(({ from, to, way }) => {
    const line = `  ${from} --> ${to}`;
    if (way.commands.length + (way.jobs?.length ?? 0) === 0 || isSaid.has(line)) return [];
    isSaid.add(line);
    return [line];
  });
  return ['```mermaid', 'stateDiagram-v2', ...states, ...begins, ...steps, '```'];
}

function row(
  from: string,
  to: string,
  way: AnyMachine['begins'][number] | AnyMachine['transitions'][number],
) {
  const jobs = (way.jobs ?? []).map((job) => `${job} (job)`);
  const by = [...way.commands.map((name) => `\`${name}\``), ...jobs].join(', ') || '–';
  return `| ${from} | ${to} | ${by} | ${way.guard} | ${code(way.rights)} |`;
}

function section(machine: AnyMachine, chinese: Chinese): string[] {
  const name = (state: string) => named(machine, state);
  const names = (states: readonly string[]) => states.map(name).join(', ');
  return [
    `## ${machine.title}`,
    '',
    `${chinese[machine.title] ?? ''}. ${machine.about}`.replace(/^\. /, ''),
    '',
    ...diagram(machine),
    '',
    '| State | 中文 | Stored as | Colour |',
    '| --- | --- | --- | --- |',
    ...Object.entries(machine.stages).map(
      ([state, { label, color }]) => `| ${label} | ${chinese[label] ?? ''} | \`${state}\` | ${color} |`,
    ),
    '',
    '| From | To | By | When | Right |',
    '| --- | --- | --- | --- | --- |',
    ...machine.begins.map((beginning) => row('*new*', name(beginning.in), beginning)),
    ...machine.transitions.map((way) => row(names(way.from), names([way.to].flat()), way)),
  ];
}

export function pipelinePage(chinese: Chinese): string {
  const contents = PIPELINE.map(({ title }) => `- [${title}](#${anchor(title)}) ${chinese[title] ?? ''}`);
  const sections = PIPELINE.map((machine) => section(machine, chinese).join('\n'));
  return `${[HEAD, contents.join('\n'), ...sections].join('\n\n')}\n`;
}

export async function readChinese(): Promise<Chinese> {
  return JSON.parse(await readFile(projectPath('locales/zh-CN.json'), 'utf8')) as Chinese;
}

async function main(args: readonly string[]): Promise<void> {
  const chinese = await readChinese();
  const pages = { [PIPELINE_PAGE]: pipelinePage(chinese), [COMMANDS_PAGE]: await commandsPage(chinese) };
  for (const [file, page] of Object.entries(pages)) {
    if (!args.includes('--check')) {
      await writeFile(projectPath(file), page);
      continue;
    }
    const stored = await readFile(projectPath(file), 'utf8').catch(() => '');
    if (stored === page) continue;
    console.error(`${file} is not what the sources say. Run "npm run pipeline".`);
    process.exitCode = 1;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main(process.argv.slice(2));
