/** The anchors that GitHub gives headings by their words; a second heading of the same words gets a number. */
export function slugs(): (heading: string) => string {
  const taken = new Set<string>()
  return heading => {
    const plain = heading
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
      .replaceAll(' ', '-')
    let slug = plain
    for (let count = 1; taken.has(slug); count += 1) slug = `${plain}-${count}`
    taken.add(slug)
    return slug
  }
}
