// As much of @recogito/text-annotator 4.1.1 as is used. It is no package of the project: the bench brings it in.
declare module '@recogito/text-annotator' {
  export const createTextAnnotator: (
    container: HTMLElement,
    options: { renderer: 'SPANS' | 'CSS_HIGHLIGHTS'; annotatingEnabled: boolean },
  ) => {
    element: HTMLElement
    state: {
      store: {
        bulkAddAnnotations(annotations: readonly unknown[], replace: boolean): void
        addAnnotation(annotation: unknown): void
        getAt(x: number, y: number): { id: string } | undefined
      }
    }
  }
}
declare module '@recogito/text-annotator/text-annotator.css'
