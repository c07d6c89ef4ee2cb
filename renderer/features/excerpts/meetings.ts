/** How dark a number stands among others, 0 for none to 4 for the most: by its root, so that small ones differ too. */
export const shadeOf = (meetings: number, most: number): number =>
  meetings === 0 ? 0 : Math.max(1, Math.ceil(4 * Math.sqrt(meetings / Math.max(1, most))))
