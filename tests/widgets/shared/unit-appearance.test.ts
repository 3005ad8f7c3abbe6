import { describe, expect, it } from 'vitest';
import { classOf, UNIT_APPEARANCE, UNIT_CLASSES } from '#widgets/shared/unit-state/unit-appearance.ts';

function channel(hex: string): number {
  const value = Number.parseInt(hex, 16) / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function luminance(colour: string): number {
  const [r = '', g = '', b = ''] = colour.match(/[0-9a-f]{2}/gi) ?? [];
  return 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
}

/** WCAG 2.2, 1.4.3. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

// What is held without a reason on record looks like a salesperson's hold.
const CLASSES = UNIT_CLASSES.filter((one) => one !== 'HELD');

describe.each(CLASSES)('the look of %s', (state) => {
  const { light, dark, pattern, icon, label } = UNIT_APPEARANCE[state];

  it('has text that is easy to read in light and dark', () => {
    expect(contrast(light.ink, light.ground)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(dark.ink, dark.ground)).toBeGreaterThanOrEqual(4.5);
  });

  it('differs from every other look without its colour', () => {
    const others = CLASSES.filter((other) => other !== state).map((other) => UNIT_APPEARANCE[other]);
    expect(others.map((other) => other.pattern)).not.toContain(pattern);
    expect(others.map((other) => other.icon)).not.toContain(icon);
    expect(others.map((other) => other.label)).not.toContain(label);
  });
});

describe('the class of a unit (A005)', () => {
  it('is why it is held, and else its state', () => {
    const held = { state: 'HELD' } as const;
    expect(classOf({ ...held, heldAs: 'SALES' })).toBe('SALES_HOLD');
    expect(classOf({ ...held, heldAs: 'VIP' })).toBe('VIP_HOLD');
    expect(classOf({ ...held, heldAs: 'QUEUE' })).toBe('QUEUE_CHOICE');
    expect(classOf({ ...held, heldAs: null })).toBe('HELD');
    expect(classOf({ state: 'FROZEN', heldAs: 'LEGAL' })).toBe('FROZEN');
    // A reservation that took the unit over counts more than the hold that it came from.
    expect(classOf({ state: 'SMALL_RESERVED', heldAs: 'VIP' })).toBe('SMALL_RESERVED');
  });
});
