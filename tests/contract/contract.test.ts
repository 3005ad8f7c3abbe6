/** One suite, two targets: what the extension relies on in Twenty, checked over HTTP only. */
import { afterAll, beforeAll, describe } from 'vitest';
import { accessContract } from '#tests/contract/access.ts';
import { dashboardsContract } from '#tests/contract/dashboards.ts';
import { deletingContract } from '#tests/contract/deleting.ts';
import { documentsContract } from '#tests/contract/documents.ts';
import { filesContract } from '#tests/contract/files.ts';
import { filteringContract } from '#tests/contract/filtering.ts';
import { groupingContract } from '#tests/contract/grouping.ts';
import { guardingContract } from '#tests/contract/guarding.ts';
import { limitsContract } from '#tests/contract/limits.ts';
import { pagingContract } from '#tests/contract/paging.ts';
import { relationsContract } from '#tests/contract/relations.ts';
import { routesContract } from '#tests/contract/routes.ts';
import { type Session, targets } from '#tests/contract/targets.ts';
import { valuesContract } from '#tests/contract/values.ts';

describe.each(targets)('on the $name workspace', (target) => {
  const running = {} as { session: Session };

  beforeAll(async () => {
    running.session = await target.open();
  });

  afterAll(async () => {
    await running.session?.close();
  });

  const timeout = target.name === 'real' ? 180_000 : 30_000;
  describe('values', { timeout }, () => valuesContract(running));
  describe('guards', { timeout }, () => guardingContract(running));
  describe('limits', { timeout }, () => limitsContract(running));
  describe('deleting', { timeout }, () => deletingContract(running));
  describe('relations', { timeout }, () => relationsContract(running));
  describe('filters', { timeout }, () => filteringContract(running));
  describe('pages', { timeout }, () => pagingContract(running));
  describe('groups', { timeout }, () => groupingContract(running));
  describe('documents', { timeout }, () => documentsContract(running));
  describe('access', { timeout }, () => accessContract(running));
  describe('routes', { timeout }, () => routesContract(running));
  describe('dashboards', { timeout }, () => dashboardsContract(running));
  describe('files', { timeout }, () => filesContract(running));
});
