/** Rows by a key, in their order. */
export const grouped = <Key, Row>(rows: readonly Row[], keyOf: (row: Row) => Key): Map<Key, Row[]> => {
  const groups = new Map<Key, Row[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group) group.push(row)
    else groups.set(keyOf(row), [row])
  }
  return groups
}

/** Rows by their id. */
export const byId = <Row extends { id: string }>(rows: readonly Row[]): Map<Row['id'], Row> =>
  new Map(rows.map(row => [row.id, row]))
