/**
 * `npm run verify -- --url URL --api-key KEY [--keep] [--json]`: one deal from release to keys over
 * HTTP against a workspace where Keyturn is installed, step by step. Ends with 0 when all is well.
 */
import { parseArgs } from 'node:util';
import { workspaceClient } from '#scripts/shared/workspace-client.ts';
import { type StepReport, verifyOneDeal } from '#scripts/verify/scenario.ts';

const { values } = parseArgs({
  options: {
    url: { type: 'string' },
    'api-key': { type: 'string' },
    keep: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});
const url = values.url ?? process.env.KEYTURN_TWENTY_URL;
const key = values['api-key'] ?? process.env.KEYTURN_TWENTY_API_KEY;

if (url === undefined || key === undefined) {
  console.error('Say where and as whom: npm run verify -- --url https://crm.example.com --api-key KEY');
  process.exitCode = 2;
} else {
  const steps: StepReport[] = [];
  const isFine = await verifyOneDeal(workspaceClient(url, key), {
    keep: values.keep,
    report(step) {
      steps.push(step);
      if (!values.json) {
        console.log(
          `${step.ok ? 'ok  ' : 'FAIL'} ${step.step} (${step.milliseconds} ms)\n     ${step.detail}`,
        );
      }
    },
  });
  if (values.json) console.log(JSON.stringify({ ok: isFine, steps }));
  else console.log(isFine ? '\nThe whole road works.' : '\nThe road ends here; see the step that failed.');
  process.exitCode = isFine ? 0 : 1;
}
