/**
 * How each of Twenty's field types is stored and read. A composite type is several columns
 * (`price` -> `priceAmountMicros`, `priceCurrencyCode`); every other stored type is one column.
 */
export const SCALAR_TYPES = {
  TEXT: 'text',
  UUID: 'uuid',
  NUMBER: 'double precision',
  NUMERIC: 'numeric',
  POSITION: 'double precision',
  BOOLEAN: 'boolean',
  DATE: 'date',
  DATE_TIME: 'timestamptz',
  SELECT: 'text',
  RATING: 'text',
  MULTI_SELECT: 'text[]',
  ARRAY: 'text[]',
  RAW_JSON: 'jsonb',
  FILES: 'jsonb',
} as const;

export type ScalarType = keyof typeof SCALAR_TYPES;

export type SubField = {
  name: string;
  type: ScalarType;
  /** What a reader gets for NULL: Twenty answers '' for text and [] for lists inside most composites. */
  whenNull: '' | null | readonly never[];
  isRequired?: boolean;
  /** Part of the key when the composite field is unique. */
  isUniquePart?: boolean;
};

const text = (name: string, extra: Partial<SubField> = {}): SubField => ({
  name,
  type: 'TEXT',
  whenNull: '',
  ...extra,
});
const list = (name: string): SubField => ({ name, type: 'RAW_JSON', whenNull: [] });
const numeric = (name: string): SubField => ({ name, type: 'NUMERIC', whenNull: null });

export const ACTOR_SOURCES = [
  'EMAIL',
  'CALENDAR',
  'WORKFLOW',
  'AGENT',
  'API',
  'IMPORT',
  'MANUAL',
  'SYSTEM',
  'WEBHOOK',
  'APPLICATION',
] as const;

export const COMPOSITE_TYPES = {
  CURRENCY: [numeric('amountMicros'), text('currencyCode', { whenNull: null })],
  FULL_NAME: [text('firstName'), text('lastName')],
  EMAILS: [text('primaryEmail', { isUniquePart: true }), list('additionalEmails')],
  PHONES: [
    text('primaryPhoneNumber', { isUniquePart: true }),
    text('primaryPhoneCountryCode', { isUniquePart: true }),
    text('primaryPhoneCallingCode', { isUniquePart: true }),
    list('additionalPhones'),
  ],
  LINKS: [text('primaryLinkLabel'), text('primaryLinkUrl', { isUniquePart: true }), list('secondaryLinks')],
  ADDRESS: [
    text('addressStreet1'),
    text('addressStreet2'),
    text('addressCity'),
    text('addressPostcode'),
    text('addressState'),
    text('addressCountry'),
    numeric('addressLat'),
    numeric('addressLng'),
  ],
  ACTOR: [
    { name: 'source', type: 'SELECT', whenNull: null, isRequired: true },
    { name: 'workspaceMemberId', type: 'UUID', whenNull: null },
    text('name', { isRequired: true }),
    { name: 'context', type: 'RAW_JSON', whenNull: null },
  ],
  RICH_TEXT: [text('blocknote', { whenNull: null }), text('markdown')],
} satisfies Record<string, SubField[]>;

export type CompositeType = keyof typeof COMPOSITE_TYPES;

/** Sub-fields that count when an aggregate asks whether a composite value is empty or unique. */
export const AGGREGATED_SUB_FIELDS: Record<CompositeType, string[]> = {
  CURRENCY: ['amountMicros', 'currencyCode'],
  FULL_NAME: ['firstName', 'lastName'],
  ADDRESS: COMPOSITE_TYPES.ADDRESS.map((part) => part.name),
  LINKS: ['primaryLinkUrl'],
  ACTOR: ['workspaceMemberId', 'source'],
  EMAILS: ['primaryEmail'],
  PHONES: ['primaryPhoneNumber', 'primaryPhoneCountryCode', 'primaryPhoneCallingCode'],
  RICH_TEXT: ['blocknote', 'markdown'],
};

export const isCompositeType = (type: string): type is CompositeType => type in COMPOSITE_TYPES;
export const isScalarType = (type: string): type is ScalarType => type in SCALAR_TYPES;
export const isRelationType = (type: string): boolean => type === 'RELATION' || type === 'MORPH_RELATION';
