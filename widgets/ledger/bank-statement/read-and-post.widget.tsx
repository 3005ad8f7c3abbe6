/** Reads the file of the selected bank statement, shows whose money is in it, and posts it. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { closeSidePanel, useSelectedRecordIds } from 'twenty-sdk/front-component';
import { widgetsId } from '#identifiers/widgets.ts';
import {
  FailedBlank,
  GoneBlank,
  LoadingForm,
  NothingSelected,
} from '#widgets/shared/command-form/form-states.tsx';
import { useWords } from '#widgets/shared/i18n/words.ts';
import { HostFrame } from '#widgets/shared/parts/frame.tsx';
import { quietly } from '#widgets/shared/parts/quietly.ts';
import { BASE_STYLE } from '#widgets/shared/theme/base-style.ts';
import { BankStatementView } from './bank-statement-view.tsx';
import { useBankStatement } from './use-bank-statement.ts';

function ReadAndPost() {
  const [recordId = null] = useSelectedRecordIds();
  return (
    <HostFrame style={BASE_STYLE}>
      {recordId === null ? <NothingSelected /> : <Statement key={recordId} id={recordId} />}
    </HostFrame>
  );
}

function Statement({ id }: { id: string }) {
  const words = useWords();
  const { loaded, again, read, post, ...state } = useBankStatement(id, words.locale);
  if (loaded.state === 'LOADING') return <LoadingForm />;
  if (loaded.state === 'GONE') return <GoneBlank />;
  if (loaded.state === 'FAILED') return <FailedBlank failure={loaded.failure} onAgain={again} />;
  return (
    <BankStatementView
      {...state}
      statement={loaded.statement}
      words={words}
      onRead={(values) => void read(values)}
      onPost={() => void post()}
      onClose={() => void quietly(closeSidePanel)}
    />
  );
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.readAndPost'),
  name: 'read-and-post',
  description: 'Reads a bank statement, shows which line is whose, and books the matched lines.',
  component: ReadAndPost,
});
