import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { dashboardsId } from '#identifiers/dashboards.ts';
import type { Running } from '#tests/contract/running.ts';

/** How dashboards come to be, as far as set-up-dashboards relies on it. */
export function dashboardsContract(running: Running): void {
  const ask = (query: string, variables: Record<string, unknown> = {}) =>
    running.session.ask(query, variables);
  const make = (id: string, pageLayoutId: string | null) =>
    ask(
      'mutation ($data: DashboardCreateInput!) { createDashboard(data: $data) { id title pageLayoutId } }',
      {
        data: {
          id,
          title: `${running.session.mark} dashboard`,
          ...(pageLayoutId === null ? {} : { pageLayoutId }),
        },
      },
    );
  const layoutOf = async (key: string) => {
    const answer = await running.session.ask(
      'query { getPageLayouts(pageLayoutType: DASHBOARD) { id universalIdentifier } }',
      {},
      'metadata',
    );
    const layouts = answer.data.getPageLayouts as { id: string; universalIdentifier: string }[];
    return layouts.find(({ universalIdentifier }) => universalIdentifier === dashboardsId(`layout.${key}`))
      ?.id;
  };
  /** Without its layout a dashboard takes none along when it is destroyed for good. */
  const destroy = async (id: string) => {
    await ask(
      'mutation ($id: UUID!, $data: DashboardUpdateInput!) { updateDashboard(id: $id, data: $data) { id } }',
      {
        id,
        data: { pageLayoutId: null },
      },
    );
    await ask('mutation ($id: UUID!) { destroyDashboard(id: $id) { id } }', { id });
  };

  test('the layouts of dashboards are found by their universal identifier', async () => {
    expect(await layoutOf('sales')).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('a dashboard takes the id and the layout that it is given', async () => {
    const id = randomUUID();
    const pageLayoutId = (await layoutOf('sales')) ?? '';
    const made = await make(id, pageLayoutId);
    expect(made.data.createDashboard).toMatchObject({ id, pageLayoutId });
    await destroy(id);
  });

  test('one in the trash keeps its id, and is not found', async () => {
    const id = randomUUID();
    const pageLayoutId = (await layoutOf('team')) ?? '';
    await make(id, pageLayoutId);
    await ask('mutation ($id: UUID!) { deleteDashboard(id: $id) { id } }', { id });
    const again = await make(id, pageLayoutId);
    expect(again.errors[0].message).toBe('A duplicate entry was detected');
    const found = await ask('query ($f: DashboardFilterInput) { dashboards(filter: $f) { totalCount } }', {
      f: { id: { eq: id } },
    });
    expect(found.data.dashboards.totalCount).toBe(0);
    await ask('mutation ($id: UUID!) { restoreDashboard(id: $id) { id } }', { id });
    await destroy(id);
  });

  test('its layout may be another one later', async () => {
    const id = randomUUID();
    const [first = '', second = ''] = [await layoutOf('sales'), await layoutOf('funnel')];
    await make(id, first);
    const changed = await ask(
      'mutation ($id: UUID!, $data: DashboardUpdateInput!) { updateDashboard(id: $id, data: $data) { pageLayoutId } }',
      { id, data: { pageLayoutId: second } },
    );
    expect(changed.data.updateDashboard.pageLayoutId).toBe(second);
    await destroy(id);
  });
}
