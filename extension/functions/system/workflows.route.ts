/** The HTTP door of the native workflows: POST /keyturn/workflows/<list|install>. */
import { defineLogicFunction } from 'twenty-sdk/define';
import { functionsId } from '#identifiers/functions.ts';
import { roomRoute } from '../shared/command-route.ts';
import { workflowsRoute } from '../shared/workflows-route.ts';

export default defineLogicFunction({
  universalIdentifier: functionsId('workflows.route'),
  name: 'keyturn-workflows',
  description: 'Installs the native workflows, in the name of the admin who asks.',
  timeoutSeconds: 120,
  httpRouteTriggerSettings: roomRoute('workflows'),
  handler: workflowsRoute,
});
