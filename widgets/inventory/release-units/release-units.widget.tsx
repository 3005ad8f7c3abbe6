/**
 * Releases the selected units for sale. Without a form of its own: Twenty gives all selected records
 * only to a component that runs unseen, and asks for the confirmation itself.
 */
import { defineFrontComponent } from 'twenty-sdk/define';
import { CommandModal, enqueueSnackbar, useSelectedRecordIds } from 'twenty-sdk/front-component';
import { widgetsId } from '#identifiers/widgets.ts';
import { newRequestId, runCommand } from '#widgets/shared/api/run-command.ts';
import { useWords } from '#widgets/shared/i18n/words.ts';
import { answerText, doneText } from '#widgets/shared/parts/failure-text.ts';

function ReleaseUnits() {
  const unitIds = useSelectedRecordIds();
  const words = useWords();
  const { t, locale } = words;
  const release = async () => {
    const answer = await runCommand(
      'inventory/release-units',
      { unitIds },
      { requestId: newRequestId(), locale },
    );
    const isDone = answer.kind === 'DONE';
    await enqueueSnackbar({
      message: isDone
        ? doneText(answer, t('The units are released for sale.'), words)
        : answerText(answer, words),
      variant: isDone ? 'success' : 'error',
    });
  };
  return (
    <CommandModal
      title={
        unitIds.length === 1
          ? t('Release this unit for sale?')
          : t('Release {count} units for sale?', { count: unitIds.length })
      }
      subtitle={t('They become available to every salesperson at their list price.')}
      confirmButtonText={t('Release for sale')}
      confirmButtonAccent="blue"
      execute={release}
    />
  );
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.releaseUnits'),
  name: 'release-units',
  description: 'Releases the selected units for sale.',
  isHeadless: true,
  component: ReleaseUnits,
});
