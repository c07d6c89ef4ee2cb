/** Words of the criteria: scales, grid, appetite, cadence. ICU MessageFormat. */
export const criteriaMessages = {
  'criteria.rescored': 'Scored again under “{name}”: {reason} Before: {before}',
}
