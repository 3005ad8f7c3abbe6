/** From the filters that Twenty's lists take in their address to a filter of its API: the rows behind a number. */
type Given = Record<string, Record<string, string>>;

export function rowsFilter(filter: Given): string {
  return Object.entries(filter)
    .map(([field, operands]) => {
      const conditions = Object.entries(operands).map(([operand, value]) => condition(field, operand, value));
      return conditions.length === 1
        ? conditions[0]
        : `and: [${conditions.map((one) => `{ ${one} }`).join(', ')}]`;
    })
    .join(', ');
}

function condition(field: string, operand: string, value: string): string {
  if (operand === 'IS_EMPTY') return `${field}: { is: NULL }`;
  if (operand === 'IS_NOT_EMPTY') return `${field}: { is: NOT_NULL }`;
  if (operand === 'IS_AFTER') return `${field}: { gte: "${value}" }`;
  if (operand === 'IS_BEFORE') return `${field}: { lt: "${value}" }`;
  const given: unknown = JSON.parse(value);
  if (Array.isArray(given)) {
    const states = `{ in: [${given.join(', ')}] }`;
    return operand === 'IS_NOT' ? `not: { ${field}: ${states} }` : `${field}: ${states}`;
  }
  const { selectedRecordIds = [] } = given as { selectedRecordIds?: string[] };
  return `${field}Id: { in: ${JSON.stringify(selectedRecordIds)} }`;
}
