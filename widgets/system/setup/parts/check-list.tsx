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

export function CheckList({ group, words, isBusy, onCommand }: CheckListProps) {
  return (
    <section className="kt-setup-group" aria-label={words.t(group.label)}>
      <h3 className="kt-setup-heading">{words.t(group.label)}</h3>
      <ul className="kt-setup-checks">
        {group.checks.map((check) => (
          <CheckLine key={check.key} check={check} words={words} isBusy={isBusy} onCommand={onCommand} />
        ))}
      </ul>
    </section>
  );
}

type CheckLineProps = { check: Check; words: Words; isBusy: boolean; onCommand: OnCommand };

function CheckLine({ check, words: { t }, isBusy, onCommand }: CheckLineProps) {
  const { sign, label, tone } = STATES[check.state];
  return (
    <li className="kt-setup-check">
      <span className="kt-setup-sign" data-tone={tone} data-state={check.state} aria-hidden="true">
        {sign}
      </span>
      <div className="kt-setup-text">
        <div className="kt-setup-name">
          {t(check.label)}{' '}
          <span className="kt-mark" data-tone={tone}>
            {t(label)}
          </span>
        </div>
        <div className="kt-soft">{t(check.told, check.values)}</div>
      </div>
      <div className="kt-setup-ways">
        {check.ways.map((way) => (
          <WayButton
            key={way.label}
            way={way}
            label={t(way.label)}
            of={t(check.label)}
            isBusy={isBusy}
            onCommand={onCommand}
          />
        ))}
      </div>
    </li>
  );
}

type WayButtonProps = { way: Way; label: string; of: string; isBusy: boolean; onCommand: OnCommand };

function WayButton({ way, label, of, isBusy, onCommand }: WayButtonProps) {
  const isCommand = 'command' in way;
  return (
    <Button
      size="small"
      look={isCommand ? 'primary' : 'normal'}
      isDisabled={isCommand && isBusy}
      label={`${label}: ${of}`}
      onPress={() => (isCommand ? onCommand(way) : void quietly(() => follow(way)))}
    >
      {label}
    </Button>
  );
}

async function follow(way: Exclude<Way, { command: string }>): Promise<void> {
  if ('objects' in way) return navigate(AppPath.RecordIndexPage, { objectNamePlural: way.objects });
  // Pages of the settings have one pattern for all of them.
  return navigate(AppPath.SettingsCatchAll, { '*': way.settings } as never);
}
