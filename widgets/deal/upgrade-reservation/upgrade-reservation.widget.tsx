/** Upgrades the selected reservation from the small to the large deposit. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import { CommandForm } from '#widgets/shared/command-form/command-form.tsx';
import { UPGRADE_RESERVATION } from './upgrade-reservation.form.tsx';

function UpgradeReservation() {
  return <CommandForm spec={UPGRADE_RESERVATION} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.upgradeReservation'),
  name: 'upgrade-reservation',
  description: 'Upgrades a reservation from the small to the large deposit.',
  component: UpgradeReservation,
});
