/** Reads a registry’s list of titles for the selected project: first to look at, then carried out part by part. */
import { useState } from 'react';
import { defineFrontComponent } from 'twenty-sdk/define';
import { useSelectedRecordIds } from 'twenty-sdk/front-component';
import { widgetsId } from '#identifiers/widgets.ts';
import { base64OfText } from '#widgets/ledger/bank-statement/base64.ts';
import type { CommandAnswer } from '#widgets/shared/api/commands.ts';
import { newRequestId, runCommand } from '#widgets/shared/api/run-command.ts';
import { NothingSelected } from '#widgets/shared/command-form/form-states.tsx';
import { useWords } from '#widgets/shared/i18n/words.ts';
import { HostFrame } from '#widgets/shared/parts/frame.tsx';
import { BASE_STYLE } from '#widgets/shared/theme/base-style.ts';
import { type Applied, applyAll, type ReadList, readAll } from './title-list-steps.ts';
import { TitleListView } from './title-list-view.tsx';

function ReadTitleList() {
  const [projectId = null] = useSelectedRecordIds();
  return (
    <HostFrame style={BASE_STYLE}>
      {projectId === null ? <NothingSelected /> : <OfProject key={projectId} projectId={projectId} />}
    </HostFrame>
  );
}

function OfProject({ projectId }: { projectId: string }) {
  const words = useWords();
  const { locale } = words;
  const [pasted, setPasted] = useState('');
  const [read, setRead] = useState<ReadList | null>(null);
  const [applied, setApplied] = useState<Applied | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [answer, setAnswer] = useState<CommandAnswer | null>(null);
  const give: Parameters<typeof readAll>[0] = (name, input, requestId) =>
    runCommand(name, input, { requestId, locale });
  const busy = async (work: () => Promise<CommandAnswer | null>) => {
    setIsBusy(true);
    setAnswer(null);
    const given = await work();
    setAnswer(given === null || given.kind === 'DONE' ? null : given);
    setIsBusy(false);
  };
  const onRead = () => {
    setApplied(null);
    setRead(null);
    const content =
      pasted.trim() === '' ? {} : { fileName: 'pasted rows', contentBase64: base64OfText(pasted) };
    void busy(() => readAll(give, { projectId, ...content }, newRequestId, setRead));
  };
  const onApply = () => {
    if (read !== null) void busy(() => applyAll(give, read, projectId, setApplied));
  };
  return (
    <TitleListView
      words={words}
      pasted={pasted}
      onPasted={setPasted}
      read={read}
      applied={applied}
      answer={answer}
      isBusy={isBusy}
      onRead={onRead}
      onApply={onApply}
    />
  );
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.titleList'),
  name: 'read-title-list',
  description:
    'Reads a list of titles, names wrong rows, shows what changes and carries it out part by part.',
  component: ReadTitleList,
});
