/** One file of a type face, as read from the disk by whoever prints. */
export type Font = { family: string; weight: number; style: 'normal' | 'italic'; data: Uint8Array }

export type FontFile = Omit<Font, 'data'> & { file: string }

const subsets = ['greek', 'cyrillic', 'latin-ext', 'latin'] as const
const faces = [
  { family: 'Source Serif 4', package: 'source-serif-4', weight: 400, style: 'normal' },
  { family: 'Source Serif 4', package: 'source-serif-4', weight: 400, style: 'italic' },
  { family: 'Source Serif 4', package: 'source-serif-4', weight: 600, style: 'normal' },
  { family: 'Inter', package: 'inter', weight: 400, style: 'normal' },
  { family: 'Inter', package: 'inter', weight: 600, style: 'normal' },
] as const

/**
 * The files of the two type faces, within `@fontsource`; Latin last, because of several faces alike the last one is
 * asked first. Scripts beyond these fall to the fonts of the machine, and are embedded all the same.
 */
export const briefingFontFiles: readonly FontFile[] = faces.flatMap(({ package: name, ...face }) =>
  subsets.map(subset => ({ ...face, file: `${name}/files/${name}-${subset}-${face.weight}-${face.style}.woff2` })),
)

/** The faces as a style sheet that carries its own files: the printing window has no network. */
export const fontFaces = (fonts: readonly Font[]): string =>
  fonts
    .map(
      ({ family, weight, style, data }) =>
        `@font-face{font-family:'${family}';font-weight:${weight};font-style:${style};src:url(data:font/woff2;base64,${Buffer.from(data).toString('base64')}) format('woff2')}`,
    )
    .join('\n')
