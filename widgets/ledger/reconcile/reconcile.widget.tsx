/** Reconciles the whole ledger at will. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { closeSidePanel } from 'twenty-sdk/front-component';
import { widgetsId } from '#identifiers/widgets.ts';
import { useWords } from '#widgets/shared/i18n/words.ts';
import { HostFrame } from '#widgets/shared/parts/frame.tsx';
import { quietly } from '#widgets/shared/parts/quietly.ts';
import { BASE_STYLE } from '#widgets/shared/theme/base-style.ts';
import { ReconcileView } from './reconcile-view.tsx';
import { useReconcile } from './use-reconcile.ts';

function Reconcile() {
  const words = useWords();
  const { start, ...state } = useReconcile(words.locale);
  return (
    <HostFrame style={BASE_STYLE}>
      <ReconcileView
        {...state}
        words={words}
        onStart={() => void start()}
        onClose={() => void quietly(closeSidePanel)}
      />
    </HostFrame>
  );
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.reconcile'),
  name: 'reconcile',
  description: 'Works the totals of all contracts out again, repairs them and lists what needs a person.',
  component: Reconcile,
});
