/** Certifies the selected construction milestone. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import { allPages, literal } from '#widgets/shared/api/graphql.ts';
import { CommandForm, type CommandFormSpec } from '#widgets/shared/command-form/command-form.tsx';
import { readOne } from '#widgets/shared/command-form/one-record.ts';
import { dateText, today } from '#widgets/shared/format/moment.ts';
import { CheckField, DateField } from '#widgets/shared/parts/fields.tsx';

type Milestone = {
  id: string;
  name: string | null;
  code: string | null;
  step: number | null;
  plannedOn: string | null;
  certifiedOn: string | null;
  buildingId: string | null;
  building: { name: string | null } | null;
};

type Subject = { milestone: Milestone; earlier: string[] };
type Draft = { certifiedOn: string; includeEarlier: boolean };

const FIELDS = 'id name code step plannedOn certifiedOn buildingId building { name }';

async function load(id: string): Promise<Subject | null> {
  const milestone = await readOne<Milestone>('keyturnMilestones', FIELDS, id);
  if (milestone === null) return null;
  const siblings = await allPages<Milestone>({
    root: 'keyturnMilestones',
    fields: FIELDS,
    filter: `{ buildingId: { eq: ${literal(milestone.buildingId ?? '')} } }`,
    orderBy: '[{ step: AscNullsLast }]',
  });
  return { milestone, earlier: openBefore(milestone, siblings).map((each) => each.name ?? '–') };
}

function openBefore(milestone: Milestone, siblings: readonly Milestone[]): Milestone[] {
  return siblings.filter(
    (each) =>
      each.id !== milestone.id && each.certifiedOn === null && (each.step ?? 0) < (milestone.step ?? 0),
  );
}

const SPEC: CommandFormSpec<'inventory/certify-milestone', Subject, Draft> = {
  command: 'inventory/certify-milestone',
  load,
  start: () => ({ certifiedOn: today(), includeEarlier: false }),
  facts: ({ milestone, earlier }, { t, locale }) => [
    [t('Milestone'), milestone.name],
    [t('Building'), milestone.building?.name],
    [t('Planned for'), milestone.plannedOn && dateText(milestone.plannedOn, locale)],
    [t('Certified on'), milestone.certifiedOn && dateText(milestone.certifiedOn, locale)],
    [t('Earlier, still open'), earlier.join(', ')],
  ],
  Fields: ({ subject: { earlier }, draft, wrong, words: { t }, onChange }) => (
    <>
      <DateField
        label={t('Certified on')}
        value={draft.certifiedOn}
        onChange={(certifiedOn) => onChange({ certifiedOn })}
        hint={t('Installments that wait for it get their due dates from this day.')}
        wrong={wrong.certifiedOn ?? null}
      />
      {earlier.length > 0 && (
        <CheckField
          label={t('Certify the earlier ones with it')}
          isChecked={draft.includeEarlier}
          onChange={(includeEarlier) => onChange({ includeEarlier })}
        />
      )}
    </>
  ),
  read: ({ certifiedOn, includeEarlier }, { milestone }, { t }) =>
    certifiedOn === ''
      ? { input: null, wrong: { certifiedOn: t('Enter a date.') } }
      : { input: { milestoneId: milestone.id, certifiedOn, includeEarlier }, wrong: {} },
  submit: ({ t }) => t('Certify milestone'),
  busy: ({ t }) => t('Certifying…'),
  done: ({ t }) => t('The milestone is certified.'),
};

function CertifyMilestone() {
  return <CommandForm spec={SPEC} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.certifyMilestone'),
  name: 'certify-milestone',
  description: 'Certifies a construction milestone, which makes the installments that wait for it fall due.',
  component: CertifyMilestone,
});
