/** How each state and class of a unit looks on the board: pattern, icon and colours; a state's label is the pipeline's. */
import type { HeldAs, UnitState } from '#domain/inventory/unit-states.ts';
import { msg } from '#widgets/shared/i18n/words.ts';
import { UNIT_STAGES } from '#workflows/pipeline/unit.ts';

export type Swatch = { ground: string; ink: string; line: string; mark: string };

export type Pattern =
  | 'NONE'
  | 'SOLID'
  | 'DIAGONAL'
  | 'BACK_DIAGONAL'
  | 'VERTICAL'
  | 'HORIZONTAL'
  | 'DOTS'
  | 'CROSS'
  | 'CHECK'
  | 'DASH'
  | 'GRID'
  | 'BARS';

/** What the board tells apart (A005): a held unit by why it is held, all others by their state. */
export type UnitClass = UnitState | 'SALES_HOLD' | 'VIP_HOLD' | 'QUEUE_CHOICE';

type Look = {
  /** Colour is never alone: each state has a pattern and an icon of its own. */
  pattern: Pattern;
  /** Path of a 12 by 12 icon, drawn with strokes. */
  icon: string;
  light: Swatch;
  dark: Swatch;
};

export type UnitAppearance = Look & { label: string };

const SALES_HOLD: Look = {
  pattern: 'VERTICAL',
  icon: 'M6 1.6a4.4 4.4 0 1 0 0 8.8 4.4 4.4 0 0 0 0-8.8ZM6 3.6V6l1.7 1.2',
  light: { ground: '#fdf8d6', ink: '#6d5200', line: '#e6d27a', mark: '#c9a600' },
  dark: { ground: '#29240f', ink: '#f0d95c', line: '#5c5118', mark: '#d6bb26' },
};

const LOOKS: Record<UnitClass, Look> = {
  PLANNED: {
    pattern: 'DASH',
    icon: 'M6 1.5v.01M9.2 2.8v.01M10.5 6v.01M9.2 9.2v.01M6 10.5v.01M2.8 9.2v.01M1.5 6v.01M2.8 2.8v.01',
    light: { ground: '#f7f7f7', ink: '#5c5c5c', line: '#d6d6d6', mark: '#9a9a9a' },
    dark: { ground: '#1f1f1f', ink: '#b3b3b3', line: '#3a3a3a', mark: '#7a7a7a' },
  },
  CONTROLLED: {
    pattern: 'BACK_DIAGONAL',
    icon: 'M1 6s1.9-3.2 5-3.2S11 6 11 6s-1.9 3.2-5 3.2S1 6 1 6ZM2 10.5 10 1.5',
    light: { ground: '#f6efe8', ink: '#6b4d33', line: '#dcc3a8', mark: '#a57a54' },
    dark: { ground: '#28201a', ink: '#dbb594', line: '#5c4433', mark: '#ad7f58' },
  },
  AVAILABLE: {
    pattern: 'NONE',
    icon: 'M6 1.6a4.4 4.4 0 1 0 0 8.8 4.4 4.4 0 0 0 0-8.8Z',
    light: { ground: '#e9f6ec', ink: '#1e6b3a', line: '#a9d8b6', mark: '#30a46c' },
    dark: { ground: '#13251b', ink: '#7fd8a4', line: '#28573d', mark: '#33b074' },
  },
  // Most holds are a salesperson's: what is held without a reason on record looks like one.
  HELD: SALES_HOLD,
  SALES_HOLD,
  VIP_HOLD: {
    pattern: 'GRID',
    icon: 'M6 1.2 7.4 4.3l3.4.4-2.5 2.3.7 3.3L6 8.6 3 10.3l.7-3.3L1.2 4.7l3.4-.4Z',
    light: { ground: '#fcebf5', ink: '#8a1f63', line: '#efbcd9', mark: '#c9408f' },
    dark: { ground: '#2f1626', ink: '#ffa6d8', line: '#6b3157', mark: '#d95aa4' },
  },
  QUEUE_CHOICE: {
    pattern: 'BARS',
    icon: 'M1.8 3h.01M1.8 6h.01M1.8 9h.01M4.4 3h5.8M4.4 6h5.8M4.4 9h5.8',
    light: { ground: '#f3f7d9', ink: '#4d5a00', line: '#d3dd8d', mark: '#94a800' },
    dark: { ground: '#20240f', ink: '#d3e06a', line: '#4c5320', mark: '#a8b93a' },
  },
  SMALL_RESERVED: {
    pattern: 'DOTS',
    icon: 'M6 1.6a4.4 4.4 0 1 0 0 8.8 4.4 4.4 0 0 0 0-8.8ZM6 1.6v8.8M3.4 3v6',
    light: { ground: '#fdf1cf', ink: '#7a4a00', line: '#ebc878', mark: '#dd9a00' },
    dark: { ground: '#2c2210', ink: '#f7c55f', line: '#61481a', mark: '#e2a336' },
  },
  LARGE_RESERVED: {
    pattern: 'DIAGONAL',
    icon: 'M3 1.5h6v9L6 8.2 3 10.5Z',
    light: { ground: '#fdeadb', ink: '#94400b', line: '#f0bf98', mark: '#e5722a' },
    dark: { ground: '#2f1d10', ink: '#ffb27d', line: '#6b3d1d', mark: '#ea7a35' },
  },
  CONTRACTED: {
    pattern: 'SOLID',
    icon: 'M2.5 6.4 5 9l4.8-6',
    light: { ground: '#e8edfd', ink: '#2f479f', line: '#b9c8f6', mark: '#4661c6' },
    dark: { ground: '#182042', ink: '#a9bcff', line: '#344688', mark: '#6c86ea' },
  },
  HANDED_OVER: {
    pattern: 'HORIZONTAL',
    icon: 'M4 4.9a2 2 0 1 0 0 4 2 2 0 0 0 0-4ZM5.5 5.5 10 1.6M8 3.3l1.5 1.6',
    light: { ground: '#f3eafc', ink: '#5f3492', line: '#d5bdec', mark: '#8752bf' },
    dark: { ground: '#251a33', ink: '#d1b2f5', line: '#503674', mark: '#9a67d3' },
  },
  TITLED: {
    pattern: 'CHECK',
    icon: 'M1.5 5.5 6 1.8l4.5 3.7M3 5v5h6V5M5 10V7h2v3',
    light: { ground: '#e2f5f1', ink: '#0f625a', line: '#9fd6cc', mark: '#1f9c8c' },
    dark: { ground: '#10261f', ink: '#6fd6c6', line: '#20564d', mark: '#27a793' },
  },
  FROZEN: {
    pattern: 'CROSS',
    icon: 'M6 1v10M1.7 3.5l8.6 5M10.3 3.5l-8.6 5',
    light: { ground: '#fdebea', ink: '#9c2a24', line: '#f2bbb7', mark: '#d4534c' },
    dark: { ground: '#331a1a', ink: '#ffa9a3', line: '#6f3533', mark: '#dc5e57' },
  },
};

/** In the order of the road from plan to title. */
export const UNIT_CLASSES = Object.keys(LOOKS) as UnitClass[];

export const UNIT_STATES = UNIT_CLASSES.filter((one): one is UnitState => one in UNIT_STAGES);

const HOLD_LABELS: Partial<Record<UnitClass, string>> = {
  SALES_HOLD: msg('Hold by a salesperson'),
  VIP_HOLD: msg('VIP hold'),
  QUEUE_CHOICE: msg('Chosen from the queue'),
};

export const UNIT_APPEARANCE = Object.fromEntries(
  UNIT_CLASSES.map((one) => [
    one,
    { label: HOLD_LABELS[one] ?? UNIT_STAGES[one as UnitState].label, ...LOOKS[one] },
  ]),
) as Record<UnitClass, UnitAppearance>;

const CLASS_OF_HOLD: Partial<Record<HeldAs, UnitClass>> = {
  SALES: 'SALES_HOLD',
  VIP: 'VIP_HOLD',
  QUEUE: 'QUEUE_CHOICE',
};

export function classOf({ state, heldAs }: { state: UnitState; heldAs: HeldAs | null }): UnitClass {
  return (state === 'HELD' && heldAs !== null && CLASS_OF_HOLD[heldAs]) || state;
}

export function isUnitState(text: string): text is UnitState {
  return text in UNIT_STAGES;
}

/** States of a unit that somebody has bought, by signed contract (D11, 签约口径). */
export const SOLD_STATES: readonly UnitState[] = ['CONTRACTED', 'HANDED_OVER', 'TITLED'];
