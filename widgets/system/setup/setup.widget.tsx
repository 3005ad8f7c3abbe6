/** The page Setup: what an admin has configured, what is missing, and the way to it. */
import { useState } from 'react';
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import { msg, useWords } from '#widgets/shared/i18n/words.ts';
import { HostFrame } from '#widgets/shared/parts/frame.tsx';
import type { OnCommand } from './parts/check-list.tsx';
import { SamplePart } from './parts/sample-part.tsx';
import { WorkflowsPart } from './parts/workflows-part.tsx';
import { SetupPage } from './setup-page.tsx';
import { SETUP_STYLE } from './setup-style.ts';
import { useSample } from './use-sample.ts';
import { useSetup } from './use-setup.ts';

const SAID = {
  'ledger/set-up-dunning': msg('The dunning ladder is there.'),
  'system/set-up-dashboards': msg('The dashboards are there.'),
  'handover/set-up-inspection-template': msg('The checklist is there. Edit it as you like.'),
  'care/set-up-warranty': msg('The warranty terms are there. Edit them as your contracts say.'),
  'care/set-up-service-levels': msg('The service levels are there. Edit them as you like.'),
};

function SetupWidget() {
  const words = useWords();
  const { t, locale } = words;
  const setup = useSetup(locale);
  const sample = useSample(locale, setup.reload);
  const [areWorkflowsOpen, setAreWorkflowsOpen] = useState(false);
  const onCommand: OnCommand = ({ command, rules }) => {
    if (command === 'workflows') return setAreWorkflowsOpen(true);
    const text = SAID[command];
    const said = t(text);
    // Who presses the button wants them, also those that somebody has deleted.
    const again =
      setup.read?.setup.dashboards.flatMap(({ key, title }) => (title === null ? [key] : [])) ?? [];
    if (command === 'system/set-up-dashboards') return void setup.give(command, { again }, said);
    if (command === 'handover/set-up-inspection-template')
      return void setup.give(command, { language: locale.startsWith('zh') ? 'zh-CN' : 'en' }, said);
    if (command === 'care/set-up-warranty')
      return void setup.give(command, rules === undefined ? {} : { rules }, said);
    return void setup.give(command, {}, said);
  };
  const read = setup.read;
  return (
    <HostFrame style={SETUP_STYLE}>
      <SetupPage
        setup={setup}
        words={words}
        onCommand={onCommand}
        workflows={areWorkflowsOpen ? <WorkflowsPart words={words} onDone={setup.reload} /> : null}
        sample={
          read === null ? null : (
            <SamplePart
              sample={read.sample}
              work={sample.work}
              failure={sample.failure}
              words={words}
              onLoad={(currency) => void sample.load(read.sample, { currency, timeZone: timeZoneHere() })}
              onRemove={() => void sample.remove(read.sample)}
            />
          )
        }
      />
    </HostFrame>
  );
}

/** The admin's own, for that is where the sample is looked at. */
function timeZoneHere(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.setup'),
  name: 'setup',
  description: 'What is set up of Keyturn, what is missing, how its jobs do, and sample data.',
  component: SetupWidget,
});
