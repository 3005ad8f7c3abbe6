/** The part of Twenty's `/metadata` schema that deploying and identifying callers need, with its own names. */
import { buildSchema } from 'graphql';

export const metadataSchema = buildSchema(`
  scalar UUID
  scalar JSON
  scalar DateTime
  scalar ConnectionCursor
  enum PageLayoutType { RECORD_INDEX RECORD_PAGE DASHBOARD STANDALONE_PAGE }
  input CursorPaging { first: Int, last: Int, after: ConnectionCursor, before: ConnectionCursor }
  type FullName { firstName: String!, lastName: String! }
  type WorkspaceMember { id: UUID!, name: FullName!, userEmail: String!, locale: String, timeZone: String, userWorkspaceId: UUID, roles: [Role!] }
  type ObjectPermission {
    objectMetadataId: UUID!, canReadObjectRecords: Boolean, canUpdateObjectRecords: Boolean,
    canSoftDeleteObjectRecords: Boolean, canDestroyObjectRecords: Boolean, restrictedFields: JSON
  }
  type UserWorkspace { id: UUID!, userId: UUID!, locale: String, permissionFlags: [String!], objectsPermissions: [ObjectPermission!] }
  type Workspace { id: UUID!, displayName: String, activationStatus: String!, metadataVersion: Int!, installedApplications: [Application!]! }
  type User {
    id: UUID!, firstName: String!, lastName: String!, email: String!, locale: String!
    workspaceMember: WorkspaceMember, currentWorkspace: Workspace, currentUserWorkspace: UserWorkspace
    workspaceMembers: [WorkspaceMember!]
  }
  type Relation { type: String!, targetObjectMetadata: Object!, targetFieldMetadata: Field!, sourceObjectMetadata: Object!, sourceFieldMetadata: Field! }
  type Field {
    id: UUID!, universalIdentifier: UUID!, type: String!, name: String!, label: String!, isActive: Boolean, isSystem: Boolean
    isNullable: Boolean, isUnique: Boolean, options: JSON, settings: JSON, objectMetadataId: UUID!, relation: Relation
  }
  type IndexField { id: UUID!, fieldMetadataId: UUID!, order: Int! }
  type Index { id: UUID!, name: String!, isUnique: Boolean!, indexType: String!, indexFieldMetadataList: [IndexField!]! }
  type Object {
    id: UUID!, universalIdentifier: UUID!, nameSingular: String!, namePlural: String!, labelSingular: String!, labelPlural: String!
    isActive: Boolean!, isSystem: Boolean!, isSearchable: Boolean!, applicationId: UUID, labelIdentifierFieldMetadataId: UUID
    fieldsList: [Field!]!, fields(paging: CursorPaging): ObjectFieldsConnection!, indexMetadataList: [Index!]!
  }
  type ObjectFieldsConnection { edges: [FieldEdge!]! }
  type FieldEdge { node: Field!, cursor: ConnectionCursor! }
  type PageInfo { hasNextPage: Boolean, hasPreviousPage: Boolean, startCursor: ConnectionCursor, endCursor: ConnectionCursor }
  type ObjectEdge { node: Object!, cursor: ConnectionCursor! }
  type ObjectConnection { edges: [ObjectEdge!]!, pageInfo: PageInfo!, totalCount: Int }
  type LogicFunction {
    id: UUID!, universalIdentifier: UUID, name: String!, description: String, timeoutSeconds: Float!, handlerName: String!, applicationId: UUID
    cronTriggerSettings: JSON, databaseEventTriggerSettings: JSON, httpRouteTriggerSettings: JSON, workflowActionTriggerSettings: JSON
  }
  type Application {
    id: UUID!, universalIdentifier: UUID!, name: String!, description: String, version: String, defaultRoleId: UUID
    canBeUninstalled: Boolean!, applicationVariables: [ApplicationVariable!]!, logicFunctions: [LogicFunction!]!, frontComponents: [FrontComponent!]!, objects: [Object!]!
  }
  type Role {
    id: UUID!, universalIdentifier: UUID, label: String!, canBeAssignedToUsers: Boolean!, canUpdateAllSettings: Boolean!
    workspaceMembers: [WorkspaceMember!]!
  }
  type PageLayout { id: UUID!, universalIdentifier: UUID, name: String!, type: PageLayoutType!, objectMetadataId: UUID }
  type View { id: UUID!, name: String!, objectMetadataId: UUID!, type: String!, key: String, icon: String, isActive: Boolean! }
  type FrontComponent { id: UUID!, universalIdentifier: UUID, name: String!, componentName: String!, applicationId: UUID!, isHeadless: Boolean! }
  type NavigationMenuItem { id: UUID!, type: String, name: String, icon: String, viewId: UUID, pageLayoutId: UUID, folderId: UUID, targetObjectMetadataId: UUID, position: Float!, applicationId: UUID }
  type CommandMenuItem { id: UUID!, universalIdentifier: UUID, label: String, icon: String, availabilityType: String, frontComponentId: UUID, applicationId: UUID }
  enum FileFolder { CorePicture FilesField Workflow AgentChat EmailAttachment }
  type FileUploadTarget { fileId: UUID!, uploadUrl: String!, contentType: String!, expiresAt: DateTime! }
  type FileWithSignedUrl { id: UUID!, path: String!, size: Float!, createdAt: DateTime!, url: String! }
  type ApplicationVariable { id: UUID!, key: String!, value: String!, description: String!, isSecret: Boolean!, type: String!, options: JSON }
  type Mutation {
    updateOneApplicationVariable(key: String!, value: String!, applicationId: UUID!): Boolean!
    createFileUpload(filename: String!, size: Float!, fileFolder: FileFolder!, fieldMetadataId: String, fieldMetadataUniversalIdentifier: String): FileUploadTarget!
    completeFileUpload(fileId: String!): FileWithSignedUrl!
  }
  type Query {
    currentUser: User!
    currentWorkspace: Workspace!
    objects(paging: CursorPaging): ObjectConnection!
    findManyLogicFunctions: [LogicFunction!]!
    findManyApplications: [Application!]!
    findOneApplication(id: UUID, universalIdentifier: UUID): Application!
    getRoles: [Role!]!
    getPageLayouts(objectMetadataId: String, pageLayoutType: PageLayoutType): [PageLayout!]!
    getViews(objectMetadataId: String): [View!]!
    frontComponents: [FrontComponent!]!
    navigationMenuItems: [NavigationMenuItem!]!
    commandMenuItems: [CommandMenuItem!]!
  }
`);
