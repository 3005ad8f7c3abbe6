/** Checks and normalises the values a client sends, field type by field type, with Twenty's messages. */
import { inspect } from 'node:util';
import { isUuid } from '#scripts/workspace/graphql/arguments.ts';
import { badInput, invalidData } from '#scripts/workspace/graphql/errors.ts';
import type { ScalarType } from '#scripts/workspace/model/field-types.ts';
import type { FieldModel } from '#scripts/workspace/model/model.ts';
import { isDateText, parseDateTime } from '#scripts/workspace/records/dates.ts';

type Values = Record<string, unknown>;

const refuse = (
  kind: string,
  value: unknown,
  label: string,
  friendly = `Invalid value: "${inspect(value)}"`,
) => invalidData(`Invalid ${kind} value ${inspect(value)} for field "${label}"`, friendly);

function textValue(value: unknown, label: string): string | null {
  if (value === null) return null;
  if (typeof value !== 'string')
    throw invalidData(`Invalid string value ${inspect(value)} for text field "${label}"`);
  // '' and NULL are the same to Twenty, so that two rows may share an empty unique key.
  return value === '' ? null : value;
}

function choiceValue(value: unknown, label: string, options: readonly string[]): unknown {
  textValue(value, label);
  if (value !== null && !options.includes(String(value))) {
    throw invalidData(
      `Invalid value "${String(value)}" for field "${label}". Valid values are: ${options.join(', ')}`,
      `Invalid value for field "${label}"`,
    );
  }
  return value;
}

function listValue(value: unknown, label: string, options?: readonly string[]): string[] | null {
  const list = typeof value === 'string' ? [value] : value;
  if (!Array.isArray(list) || list.some((item) => typeof item !== 'string')) {
    throw invalidData(
      `Invalid value ${inspect(value)} for field "${label} - Array values need to be string"`,
    );
  }
  if (options && list.some((item) => !options.includes(item))) {
    throw invalidData(`Invalid value ${inspect(value)} for multi select field "${label}"`);
  }
  return list.length === 0 ? null : (list as string[]);
}

export function jsonValue(value: unknown, label: string): unknown {
  if (value === null) return null;
  if (typeof value === 'string') {
    try {
      return JSON.parse(value);
    } catch {
      throw refuse('object', value, label);
    }
  }
  if (typeof value !== 'object') throw refuse('object', value, label);
  return Object.keys(value).length === 0 && !Array.isArray(value) ? null : value;
}

function dateValue(value: unknown, label: string): unknown {
  if (isDateText(value)) return value;
  throw invalidData(
    `Invalid value ${inspect(value)} for date field "${label}". Expected format: 'YYYY-MM-DD'`,
    `Invalid value for date: "${inspect(value)}". Expected format: 'YYYY-MM-DD'`,
  );
}

function instantValue(value: unknown, label: string): unknown {
  const instant = parseDateTime(value);
  if (instant !== undefined) return instant;
  throw invalidData(
    `Invalid value ${inspect(value)} for date-time field "${label}". Expected format: 'YYYY-MM-DDTHH:mm:ssZ'`,
    `Invalid value for date-time: "${inspect(value)}". Expected format: 'YYYY-MM-DDTHH:mm:ssZ'`,
  );
}

function numberValue(value: unknown, label: string): number {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw refuse('number', value, label, `Invalid value for number: "${inspect(value)}"`);
}

/** NUMERIC also takes text; '' counts as 0 there, because `Number('')` does. */
const numericValue = (value: unknown, label: string) =>
  value === null ? null : numberValue(Number(value), label);

export function scalarToWrite(
  type: ScalarType,
  value: unknown,
  label: string,
  options: readonly string[],
): unknown {
  if (type === 'TEXT') return textValue(value, label);
  if (type === 'NUMERIC') return numericValue(value, label);
  if (type === 'POSITION') return numberValue(value, label);
  if (value === null) return null;
  switch (type) {
    case 'NUMBER':
      return numberValue(value, label);
    case 'BOOLEAN':
      if (typeof value === 'boolean') return value;
      throw refuse('boolean', value, label);
    case 'UUID':
      if (isUuid(value)) return value;
      throw refuse('UUID', value, label);
    case 'DATE':
      return dateValue(value, label);
    case 'DATE_TIME':
      return instantValue(value, label);
    case 'SELECT':
    case 'RATING':
      return choiceValue(value, label, options);
    case 'MULTI_SELECT':
      return listValue(value, label, options);
    case 'ARRAY':
      return listValue(value, label);
    default:
      return jsonValue(value, label);
  }
}

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

function emails(value: Values): Values {
  const check = (email: unknown) => {
    if (typeof email === 'string' && (email === '' || EMAIL.test(email))) return;
    throw invalidData(`Invalid string value ${inspect(email)} for email field "primaryEmail"`);
  };
  const { primaryEmail, additionalEmails } = value;
  if (primaryEmail !== undefined && primaryEmail !== null) check(primaryEmail);
  if (Array.isArray(additionalEmails)) additionalEmails.forEach(check);
  return {
    // Leaving out primaryEmail clears it: the real transformer writes null.
    primaryEmail: typeof primaryEmail === 'string' && primaryEmail !== '' ? primaryEmail.toLowerCase() : null,
    ...(additionalEmails === undefined
      ? {}
      : {
          additionalEmails: Array.isArray(additionalEmails)
            ? additionalEmails.map((mail) => String(mail).toLowerCase())
            : additionalEmails,
        }),
  };
}

/** The real server infers codes with a phone library; here a number needs a `+` or a code, and loses its signs. */
function phones(value: Values): Values {
  const {
    primaryPhoneNumber: number,
    primaryPhoneCallingCode: calling,
    primaryPhoneCountryCode: country,
  } = value;
  if (typeof number !== 'string' || number === '') return value;
  if (!number.startsWith('+') && !calling && !country) {
    throw badInput(
      `Provided phone number is invalid ${number}`,
      'INVALID_PHONE_NUMBER',
      `Provided phone number is invalid ${number}`,
    );
  }
  const prefix = typeof calling === 'string' && number.startsWith(calling) ? calling.length : 0;
  return { ...value, primaryPhoneNumber: number.slice(prefix).replace(/\D/g, '') };
}

const TRANSFORMS: Record<string, (value: Values) => Values> = { EMAILS: emails, PHONES: phones };

/** A composite value: unknown parts are refused, absent parts stay untouched. */
export function compositeToWrite(field: FieldModel, value: unknown): Values | null {
  const object = jsonValue(value, field.name);
  if (object === null) return value === null ? null : {};
  const given = object as Values;
  for (const part of Object.keys(given)) {
    if (!field.columns.some((column) => column.part === part)) {
      const kind = field.type.toLowerCase().replace('_', ' ');
      throw invalidData(`Invalid subfield ${part} for ${kind} field "${field.name}"`);
    }
  }
  const transformed = TRANSFORMS[field.type]?.(given) ?? given;
  const written: Values = {};
  for (const column of field.columns) {
    const part = column.part ?? '';
    if (transformed[part] === undefined) continue;
    written[part] = scalarToWrite(column.type, transformed[part], `${field.name}.${part}`, field.options);
  }
  return written;
}
