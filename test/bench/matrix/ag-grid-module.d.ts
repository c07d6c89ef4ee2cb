// As much of ag-grid-community 36.2.0 as is used. It is no package of the project: the bench brings it in.
declare module 'ag-grid-community' {
  export const AllCommunityModule: unknown
  export const ModuleRegistry: { registerModules(modules: readonly unknown[]): void }
  export const createGrid: (
    host: HTMLElement,
    options: Record<string, unknown>,
  ) => {
    setGridOption(name: string, value: unknown): void
    applyTransaction(change: { update: readonly unknown[] }): void
  }
}
