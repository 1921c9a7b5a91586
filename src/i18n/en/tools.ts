/** Words of the controls and tools around the views. */
export const TOOLS_EN = {} as const;
