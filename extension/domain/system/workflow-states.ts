/** What became of a native Twenty workflow when the installer came by. */
export type WorkflowOutcome = 'INSTALLED' | 'UPDATED' | 'UNCHANGED' | 'LEFT_ALONE' | 'REMOVED' | 'FAILED';
