/** Does a five-field cron pattern match a minute? (UTC, as on the real server.) */
function matches(field: string, value: number, lowest: number, highest: number): boolean {
  return field.split(',').some((part) => {
    const [range = '*', step] = part.split('/');
    const [from, to] =
      range === '*' ? [lowest, highest] : (range.split('-').map(Number) as [number, number | undefined]);
    const last = to ?? (step === undefined ? from : highest);
    return value >= from && value <= last && (value - from) % Number(step ?? 1) === 0;
  });
}

export function matchesCron(pattern: string, at: Date): boolean {
  const fields = pattern.trim().split(/\s+/);
  if (fields.length !== 5) throw new Error(`"${pattern}" is no cron pattern of five fields.`);
  const [minute = '', hour = '', day = '', month = '', weekday = ''] = fields;
  const inTime =
    matches(minute, at.getUTCMinutes(), 0, 59) &&
    matches(hour, at.getUTCHours(), 0, 23) &&
    matches(month, at.getUTCMonth() + 1, 1, 12);
  const onDay = matches(day, at.getUTCDate(), 1, 31);
  const onWeekday = matches(weekday.replace(/7/g, '0'), at.getUTCDay(), 0, 6);
  // With both days restricted, either is enough: cron's old rule.
  const either = day !== '*' && weekday !== '*';
  return inTime && (either ? onDay || onWeekday : onDay && onWeekday);
}
