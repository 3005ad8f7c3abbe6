/** A native Twenty workflow that Keyturn has installed, and whether an admin has changed it since. */
import { defineObject } from 'twenty-sdk/define';
import type { WorkflowOutcome } from '#domain/system/workflow-states.ts';
import { dateTime, object, select, text } from '#kit/object.ts';

const OUTCOMES: Record<WorkflowOutcome, { label: string; color: string }> = {
  INSTALLED: { label: 'Installed', color: 'green' },
  UPDATED: { label: 'Updated', color: 'blue' },
  UNCHANGED: { label: 'Up to date', color: 'gray' },
  LEFT_ALONE: { label: 'Changed by an admin and left alone', color: 'orange' },
  REMOVED: { label: 'Removed by an admin', color: 'brown' },
  FAILED: { label: 'Failed', color: 'red' },
};

export default defineObject(
  object('workflowInstall', {
    label: 'Installed workflow',
    plural: 'Installed workflows',
    icon: 'IconSettingsAutomation',
    description:
      'A workflow of Twenty that Keyturn has installed, and whether somebody has changed it since.',
    isUICreatable: false,
    fields: {
      name: text('Name'),
      workflowKey: text('Key'),
      outcome: select('Outcome', OUTCOMES, { initially: 'INSTALLED' }),
      workflowId: text('Workflow'),
      versionId: text('Version'),
      definitionHash: text('Fingerprint of the definition'),
      installedHash: text('Fingerprint as installed'),
      installedAt: dateTime('Installed at'),
      installedBy: text('Installed by'),
      note: text('Note'),
    },
  }),
);
