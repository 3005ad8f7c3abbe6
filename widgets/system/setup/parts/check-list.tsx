/** A group of the checklist: each line says how it is, and has the way to it. */
import { AppPath, navigate } from 'twenty-sdk/front-component';
import { msg, type Words } from '#widgets/shared/i18n/words.ts';
import { Button } from '#widgets/shared/parts/button.tsx';
import { quietly } from '#widgets/shared/parts/quietly.ts';
import type { Check, CheckGroup, CheckState, Way } from '../checks.ts';

/** A sign and a word, so that the colour only helps. */
const STATES: Record<CheckState, { sign: string; label: string; tone: 'good' | 'bad' | 'plain' }> = {
  DONE: { sign: '✓', label: msg('Done'), tone: 'good' },
  MISSING: { sign: '!', label: msg('Missing'), tone: 'bad' },
  WATCH: { sign: '•', label: msg('Have a look'), tone: 'plain' },
  LATER: { sign: '–', label: msg('Can wait'), tone: 'plain' },
};

export type OnCommand = (way: Extract<Way, { command: string }>) => void;

type CheckListProps = { group: CheckGroup; words: Words; isBusy: boolean; onCommand: OnCommand };

export function CheckList({ group: { label, checks }, words, isBusy, onCommand }: CheckListProps) {
  const title = words.t(label);
  return (
    <section className="kt-setup-group" aria-label={title}>
      <h3 className="kt-setup-heading">{title}</h3>
      <ul className="kt-setup-checks">
        {checks.map((check) => (
          <CheckLine key={check.key} check={check} words={words} isBusy={isBusy} onCommand={onCommand} />
        ))}
      </ul>
    </section>
  );
}

type CheckLineProps = { check: Check; words: Words; isBusy: boolean; onCommand: OnCommand };

function CheckLine({ check, words, isBusy, onCommand }: CheckLineProps) {
  const { t } = words;
  const { label, told, values, ways, state } = check;
  const of = t(label);
  return (
    <li className="kt-setup-check">
      <StateSign state={state} />
      <div className="kt-setup-text">
        <div className="kt-setup-name">
          {of} <StateWord state={state} words={words} />
        </div>
        <div className="kt-soft">{t(told, values)}</div>
      </div>
      <div className="kt-setup-ways">
        {ways.map((way) => (
          <WayButton key={way.label} way={way} of={of} words={words} isBusy={isBusy} onCommand={onCommand} />
        ))}
      </div>
    </li>
  );
}

function StateSign({ state }: { state: CheckState }) {
  const { sign, tone } = STATES[state];
  return (
    <span className="kt-setup-sign" data-tone={tone} aria-hidden="true">
      {sign}
    </span>
  );
}

function StateWord({ state, words: { t } }: { state: CheckState; words: Words }) {
  const { label, tone } = STATES[state];
  return (
    <span className="kt-mark" data-tone={tone}>
      {t(label)}
    </span>
  );
}

type WayButtonProps = { way: Way; of: string; words: Words; isBusy: boolean; onCommand: OnCommand };

function WayButton({ way, of, words: { t }, isBusy, onCommand }: WayButtonProps) {
  const { label } = way;
  const isCommand = 'command' in way;
  const said = t(label);
  return (
    <Button
      size="small"
      look={isCommand ? 'primary' : 'normal'}
      isDisabled={isCommand && isBusy}
      label={`${said}: ${of}`}
      onPress={() => (isCommand ? onCommand(way) : void quietly(() => follow(way)))}
    >
      {said}
    </Button>
  );
}

async function follow(way: Exclude<Way, { command: string }>): Promise<void> {
  if ('objects' in way) return navigate(AppPath.RecordIndexPage, { objectNamePlural: way.objects });
  // Pages of the settings have one pattern for all of them.
  return navigate(AppPath.SettingsCatchAll, { '*': way.settings } as never);
}
