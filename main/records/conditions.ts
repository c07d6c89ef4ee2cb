/** SQL conditions that must all hold, each with the value of its `?`; one whose value is undefined asks for nothing. */
export const allOf = (
  conditions: readonly [sql: string, value: string | undefined][],
): { where: string; values: string[] } => {
  const values: string[] = []
  const asked = conditions.flatMap(([sql, value]) =>
    value === undefined ? [] : sql.replace('?', `?${values.push(value)}`),
  )
  return { where: asked.join(' and ') || 'true', values }
}

/** Holds for the records with these ids, of which there may be any number. */
export const withIds = (ids: readonly string[] | undefined): [sql: string, value: string | undefined] => [
  'id in (select value from json_each(?))',
  ids && JSON.stringify(ids),
]
