/**
 * The standard objects an extension meets, with the fields that matter to it (names, types and delete
 * rules as on Twenty 2.21). Identifiers come from the SDK, so manifests may refer to them.
 */
import type { ManifestField } from '#scripts/workspace/model/manifest.ts';
import type { OnDelete } from '#scripts/workspace/model/model.ts';

export type StandardField = Partial<ManifestField> & {
  type: string;
  isSystem?: boolean;
  /** Many-to-one: the target, the name of the list on the other side and the foreign key's rule. */
  target?: { object: string; list: string; onDelete: OnDelete };
};

export type StandardObject = {
  nameSingular: string;
  namePlural: string;
  labelIdentifierField: string;
  isSystem?: boolean;
  fields: Record<string, StandardField>;
  /** One `target<Object>` relation to each of these and to every object of the app. */
  targets?: { objects: string[]; list: string; onDelete: OnDelete };
};

const text = (extra: Partial<StandardField> = {}): StandardField => ({ type: 'TEXT', ...extra });
const belongsTo = (object: string, list: string, onDelete: OnDelete): StandardField => ({
  type: 'RELATION',
  target: { object, list, onDelete },
});
const select = (values: string[], extra: Partial<StandardField> = {}): StandardField => ({
  type: 'SELECT',
  options: values.map((value, position) => ({ value, position })),
  ...extra,
});

const RECORDS = ['person', 'company', 'opportunity'];

export const STANDARD_OBJECTS: StandardObject[] = [
  {
    nameSingular: 'workspaceMember',
    namePlural: 'workspaceMembers',
    labelIdentifierField: 'name',
    isSystem: true,
    fields: {
      name: { type: 'FULL_NAME' },
      userId: { type: 'UUID' },
      userEmail: text({ isUnique: true }),
      locale: text({ defaultValue: "'en'" }),
      colorScheme: text({ defaultValue: "'System'" }),
      timeZone: text({ defaultValue: "'system'" }),
      avatarUrl: text(),
      jobTitle: text(),
    },
  },
  {
    nameSingular: 'company',
    namePlural: 'companies',
    labelIdentifierField: 'name',
    fields: {
      name: text(),
      domainName: { type: 'LINKS', isUnique: true },
      address: { type: 'ADDRESS' },
      linkedinLink: { type: 'LINKS' },
      annualRevenue: { type: 'CURRENCY' },
      accountOwner: belongsTo('workspaceMember', 'accountOwnerForCompanies', 'SET_NULL'),
    },
  },
  {
    nameSingular: 'person',
    namePlural: 'people',
    labelIdentifierField: 'name',
    fields: {
      name: { type: 'FULL_NAME' },
      emails: { type: 'EMAILS', isUnique: true },
      phones: { type: 'PHONES' },
      linkedinLink: { type: 'LINKS' },
      jobTitle: text(),
      avatarUrl: text({ isSystem: true }),
      company: belongsTo('company', 'people', 'SET_NULL'),
    },
  },
  {
    nameSingular: 'opportunity',
    namePlural: 'opportunities',
    labelIdentifierField: 'name',
    fields: {
      name: text(),
      amount: { type: 'CURRENCY' },
      closeDate: { type: 'DATE_TIME' },
      stage: select(['NEW', 'SCREENING', 'MEETING', 'PROPOSAL', 'CUSTOMER'], {
        isNullable: false,
        defaultValue: "'NEW'",
      }),
      pointOfContact: belongsTo('person', 'pointOfContactForOpportunities', 'SET_NULL'),
      company: belongsTo('company', 'opportunities', 'SET_NULL'),
      owner: belongsTo('workspaceMember', 'ownedOpportunities', 'SET_NULL'),
    },
  },
  {
    nameSingular: 'note',
    namePlural: 'notes',
    labelIdentifierField: 'title',
    fields: { title: text(), bodyV2: { type: 'RICH_TEXT' } },
  },
  {
    nameSingular: 'task',
    namePlural: 'tasks',
    labelIdentifierField: 'title',
    fields: {
      title: text(),
      bodyV2: { type: 'RICH_TEXT' },
      dueAt: { type: 'DATE_TIME' },
      status: select(['TODO', 'IN_PROGRESS', 'DONE'], { defaultValue: "'TODO'" }),
      assignee: belongsTo('workspaceMember', 'assignedTasks', 'SET_NULL'),
    },
  },
  {
    nameSingular: 'noteTarget',
    namePlural: 'noteTargets',
    labelIdentifierField: 'id',
    isSystem: true,
    fields: { note: belongsTo('note', 'noteTargets', 'CASCADE') },
    targets: { objects: RECORDS, list: 'noteTargets', onDelete: 'CASCADE' },
  },
  {
    nameSingular: 'taskTarget',
    namePlural: 'taskTargets',
    labelIdentifierField: 'id',
    isSystem: true,
    fields: { task: belongsTo('task', 'taskTargets', 'CASCADE') },
    targets: { objects: RECORDS, list: 'taskTargets', onDelete: 'CASCADE' },
  },
  {
    nameSingular: 'attachment',
    namePlural: 'attachments',
    labelIdentifierField: 'name',
    isSystem: true,
    fields: {
      name: text(),
      file: { type: 'FILES', universalSettings: { maxNumberOfValues: 1 } },
      fullPath: text({ isSystem: true }),
      fileCategory: select(
        ['ARCHIVE', 'AUDIO', 'IMAGE', 'PRESENTATION', 'SPREADSHEET', 'TEXT_DOCUMENT', 'VIDEO', 'OTHER'],
        { isNullable: false, defaultValue: "'OTHER'", isSystem: true },
      ),
    },
    targets: { objects: [...RECORDS, 'note', 'task'], list: 'attachments', onDelete: 'CASCADE' },
  },
  {
    nameSingular: 'timelineActivity',
    namePlural: 'timelineActivities',
    labelIdentifierField: 'id',
    isSystem: true,
    fields: {
      happensAt: { type: 'DATE_TIME', isNullable: false, defaultValue: 'now' },
      name: text(),
      properties: { type: 'RAW_JSON' },
      linkedRecordCachedName: text({ isSystem: true }),
      linkedRecordId: { type: 'UUID', isSystem: true },
      linkedObjectMetadataId: { type: 'UUID', isSystem: true },
      workspaceMember: belongsTo('workspaceMember', 'timelineActivities', 'CASCADE'),
    },
    targets: { objects: [...RECORDS, 'note', 'task'], list: 'timelineActivities', onDelete: 'SET_NULL' },
  },
  {
    nameSingular: 'dashboard',
    namePlural: 'dashboards',
    labelIdentifierField: 'title',
    fields: { title: text(), pageLayoutId: { type: 'UUID' } },
  },
];

/** Every object, standard or not, carries these; apps can neither declare nor change them. */
export const SYSTEM_FIELDS: Record<string, StandardField> = {
  id: { type: 'UUID', isNullable: false, defaultValue: 'uuid', isSystem: true },
  createdAt: { type: 'DATE_TIME', isNullable: false, defaultValue: 'now', isSystem: true },
  updatedAt: { type: 'DATE_TIME', isNullable: false, defaultValue: 'now', isSystem: true },
  deletedAt: { type: 'DATE_TIME', isSystem: true },
  position: { type: 'POSITION', isNullable: false, defaultValue: 0, isSystem: true },
  createdBy: {
    type: 'ACTOR',
    isNullable: false,
    isSystem: true,
    defaultValue: { name: "'System'", source: "'MANUAL'" },
  },
  updatedBy: {
    type: 'ACTOR',
    isNullable: false,
    isSystem: true,
    defaultValue: { name: "'System'", source: "'MANUAL'" },
  },
};
