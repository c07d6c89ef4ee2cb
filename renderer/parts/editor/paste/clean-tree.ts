/** What a paste becomes before the editor reads it: elements of its own schema, without a style, a script or a picture. */
export type Clean = string | { tag: string; attributes: Readonly<Record<string, string>>; children: readonly Clean[] }
