/** A page without a snackbar or a side panel must not turn a success into an error. */
export async function quietly(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch {
    // The widget itself says what was done.
  }
}
