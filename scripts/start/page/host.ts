/** What a widget in its frame asks of the page around it. */
export type Host = {
  say: (message: string) => void;
  openPanel: (params: PanelParams) => void;
  closePanel: () => void;
  goTo: (given: unknown[]) => void;
  resized: (frame: Window, height: number) => void;
};

/** What widgets give to `openSidePanelPage`: a record, or a form on a record. */
export type PanelParams = {
  recordId?: string;
  objectNameSingular?: string;
  frontComponentId?: string;
  pageTitle?: string;
};
