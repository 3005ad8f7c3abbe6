// Plain lists of what the workspace holds, read over its GraphQL API with the rights of the chosen member.

const money = (field) => ({ field, select: `${field} { amountMicros currencyCode }`, isNumber: true });
const related = (field, name = 'name') => ({
  field,
  select: `${field} { ${name} }`,
  read: (record) => record[field]?.[name] ?? '',
});
const person = (field) => ({
  field,
  select: `${field} { name { firstName lastName } }`,
  read: (record) => [record[field]?.name.firstName, record[field]?.name.lastName].filter(Boolean).join(' '),
});
const time = (field) => ({ field, isTime: true });

export const LISTS = [
  {
    key: 'units',
    singular: 'keyturnUnit',
    plural: 'keyturnUnits',
    title: { en: 'Units', 'zh-CN': '房源' },
    order: 'name: AscNullsLast',
    columns: [
      'name',
      'state',
      related('unitType'),
      'floor',
      'areaSquareMetres',
      money('listPrice'),
      'holder',
      time('heldUntil'),
    ],
  },
  {
    key: 'reservations',
    singular: 'keyturnReservation',
    plural: 'keyturnReservations',
    title: { en: 'Reservations', 'zh-CN': '认购' },
    order: 'reservedAt: DescNullsLast',
    columns: ['name', 'state', person('buyer'), money('price'), money('depositPaid'), time('validUntil')],
  },
  {
    key: 'contracts',
    singular: 'keyturnContract',
    plural: 'keyturnContracts',
    title: { en: 'Contracts', 'zh-CN': '合同' },
    order: 'name: AscNullsLast',
    columns: [
      'name',
      'state',
      related('unit'),
      person('buyer'),
      money('price'),
      money('paid'),
      money('prepaid'),
      'signedOn',
      related('paymentPlan'),
    ],
  },
  {
    key: 'due',
    singular: 'keyturnInstallment',
    plural: 'keyturnInstallments',
    title: { en: 'Due and overdue', 'zh-CN': '到期与逾期' },
    order: 'dueOn: AscNullsLast',
    filter: 'state: { in: [DUE, OVERDUE] }',
    columns: ['name', 'state', 'dueOn', money('amount'), money('paid'), related('milestone')],
  },
  {
    key: 'installments',
    singular: 'keyturnInstallment',
    plural: 'keyturnInstallments',
    title: { en: 'Installments', 'zh-CN': '应收款' },
    order: 'name: AscNullsLast',
    columns: ['name', 'state', 'dueOn', money('amount'), money('paid'), related('milestone'), 'settledOn'],
  },
  {
    key: 'receipts',
    singular: 'keyturnReceipt',
    plural: 'keyturnReceipts',
    title: { en: 'Receipts', 'zh-CN': '收款' },
    order: 'receivedOn: DescNullsLast',
    columns: [
      'name',
      'state',
      related('contract'),
      money('amount'),
      money('allocated'),
      'method',
      'receivedOn',
    ],
  },
  {
    key: 'handovers',
    singular: 'keyturnHandover',
    plural: 'keyturnHandovers',
    title: { en: 'Handovers', 'zh-CN': '交付' },
    order: 'handedOverOn: DescNullsLast',
    columns: ['name', 'state', related('contract'), 'handedOverOn', 'receivedBy', 'keySets'],
  },
  {
    key: 'audit',
    singular: 'keyturnAuditEntry',
    plural: 'keyturnAuditEntries',
    title: { en: 'Audit', 'zh-CN': '审计' },
    order: 'startedAt: DescNullsLast',
    columns: ['name', 'outcome', 'actorName', time('startedAt'), 'reason'],
  },
];

const WORDS = {
  en: {
    empty: 'Nothing here yet.',
    shown: (n, total) => `${n} of ${total}`,
    close: 'Close',
    failed: 'This list cannot be read',
  },
  'zh-CN': {
    empty: '暂无记录。',
    shown: (n, total) => `共 ${total} 条,显示 ${n} 条`,
    close: '关闭',
    failed: '无法读取该列表',
  },
};

async function ask({ settings, member }, query) {
  const response = await fetch(`${settings.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${member.token}` },
    body: JSON.stringify({ query }),
  });
  const { data, errors } = await response.json();
  if (errors?.length) throw new Error(errors[0].message);
  return data;
}

const asColumn = (column) => (typeof column === 'string' ? { field: column } : column);
const heading = (field) =>
  field
    .replace(/([A-Z])/g, ' $1')
    .replace(/^./, (letter) => letter.toUpperCase())
    .replace(' Square Metres', ' (m²)');

function display({ field, read, isTime }, record, language) {
  const value = read ? read(record) : record[field];
  if (value === null || value === undefined) return '';
  if (typeof value === 'object' && 'amountMicros' in value) {
    if (value.amountMicros === null) return '';
    const format = new Intl.NumberFormat(language, {
      style: 'currency',
      currency: value.currencyCode || 'XXX',
      maximumFractionDigits: 2,
      minimumFractionDigits: 0,
    });
    return format.format(value.amountMicros / 1e6);
  }
  if (isTime) return new Date(value).toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short' });
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

export async function showList(context, key, main) {
  const list = LISTS.find((one) => one.key === key);
  const words = WORDS[context.language];
  const columns = list.columns.map(asColumn);
  const filter = list.filter ? `filter: { ${list.filter} }, ` : '';
  const selection = columns.map(({ field, select }) => select ?? field).join(' ');
  try {
    const data = await ask(
      context,
      `{ ${list.plural}(${filter}first: 200, orderBy: [{ ${list.order} }]) { totalCount edges { node { id ${selection} } } } }`,
    );
    const { edges, totalCount } = data[list.plural];
    if (edges.length === 0) return void main.append(note('empty', words.empty));
    const table = document.createElement('table');
    const head = table.createTHead().insertRow();
    for (const column of columns) {
      const cell = document.createElement('th');
      cell.scope = 'col';
      cell.textContent = heading(column.field);
      if (column.isNumber) cell.className = 'number';
      head.append(cell);
    }
    const body = table.createTBody();
    for (const { node } of edges) {
      const row = body.insertRow();
      row.tabIndex = 0;
      const open = () => showRecord(context, list.singular, node.id);
      row.addEventListener('click', open);
      row.addEventListener('keydown', (event) => event.key === 'Enter' && open());
      for (const column of columns) {
        const cell = row.insertCell();
        cell.textContent = display(column, node, context.language);
        if (column.isNumber) cell.className = 'number';
      }
    }
    main.append(table, note('foot', words.shown(edges.length, totalCount)));
  } catch (error) {
    main.append(note('empty', `${words.failed}: ${error.message}`));
  }
}

function note(className, text) {
  const element = document.createElement('p');
  element.className = className;
  element.textContent = text;
  return element;
}

/** A record's own fields, as far as its list knows them. */
export async function showRecord(context, singular, recordId) {
  const list = LISTS.find((one) => one.singular === singular);
  const panel = document.getElementById('panel');
  const columns = (list?.columns ?? ['name']).map(asColumn);
  const selection = columns.map(({ field, select }) => select ?? field).join(' ');
  const data = await ask(
    context,
    `{ ${singular}(filter: { id: { eq: "${recordId}" } }) { id ${selection} } }`,
  );
  const record = data[singular];
  const facts = document.createElement('dl');
  for (const column of columns) {
    const term = document.createElement('dt');
    term.textContent = heading(column.field);
    const value = document.createElement('dd');
    value.textContent = record ? display(column, record, context.language) : '';
    facts.append(term, value);
  }
  const close = document.createElement('button');
  close.type = 'button';
  close.textContent = WORDS[context.language].close;
  close.addEventListener('click', () => (panel.hidden = true));
  panel.replaceChildren(close, facts);
  panel.hidden = false;
  close.focus();
}
