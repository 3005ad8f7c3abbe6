/**
 * Takes the selected units off the market. Without a form of its own, as with the release: Twenty gives all
 * selected records only to a component that runs unseen, so the reason is that they were selected together.
 */
import { defineFrontComponent } from 'twenty-sdk/define';
import { CommandModal, enqueueSnackbar, useSelectedRecordIds } from 'twenty-sdk/front-component';
import { widgetsId } from '#identifiers/widgets.ts';
import { newRequestId, runCommand } from '#widgets/shared/api/run-command.ts';
import { useWords } from '#widgets/shared/i18n/words.ts';
import { answerText, doneText } from '#widgets/shared/parts/failure-text.ts';

function WithdrawUnits() {
  const unitIds = useSelectedRecordIds();
  const words = useWords();
  const { t, locale } = words;
  const told = ({ withdrawn, taken }: Record<string, unknown>) => {
    const count = Number(withdrawn ?? 0);
    return Array.isArray(taken) && taken.length > 0
      ? t('{count} units are under sales control. {taken} are being taken and stay with their holders.', {
          count,
          taken: taken.length,
        })
      : t('{count} units are under sales control.', { count });
  };
  const withdraw = async () => {
    const answer = await runCommand(
      'inventory/withdraw-units',
      { unitIds, reason: t('Selected and withdrawn together') },
      { requestId: newRequestId(), locale },
    );
    const isDone = answer.kind === 'DONE';
    await enqueueSnackbar({
      message: isDone ? doneText(answer, told(answer.result), words) : answerText(answer, words),
      variant: isDone ? 'success' : 'error',
    });
  };
  return (
    <CommandModal
      title={t('Withdraw {count} units from sale?', { count: unitIds.length })}
      subtitle={t('Units that somebody is taking right now stay with them.')}
      confirmButtonText={t('Withdraw from sale')}
      confirmButtonAccent="danger"
      execute={withdraw}
    />
  );
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.withdrawUnits'),
  name: 'withdraw-units',
  description: 'Takes the selected units off the market.',
  isHeadless: true,
  component: WithdrawUnits,
});
