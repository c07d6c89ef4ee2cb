import { AllCommunityModule, createGrid, ModuleRegistry } from 'ag-grid-community'
import { contend, within } from './contender.ts'
import { cellText } from './tables.tsx'
import { lookUp, type Work } from './work.ts'

ModuleRegistry.registerModules([AllCommunityModule])

const columnsOf = ({ frame }: Work) => [
  { field: 'name', headerName: 'Term', pinned: 'left', width: 250 },
  ...frame.columns.map(({ key, title }) => ({ field: key, headerName: title, width: 138 })),
]
const rowsOf = (work: Work) => {
  const cells = lookUp(work)
  return work.frame.rows.map(({ term }) => ({
    id: term.id,
    name: term.name,
    ...Object.fromEntries(work.frame.columns.map(({ key }) => [key, cellText(cells.get(term.id)?.get(key))])),
  }))
}

contend('AG Grid community', () => {
  let grid: ReturnType<typeof createGrid>
  let columns = 0
  return {
    draw: (host, work) => {
      host.style.height = '800px'
      columns = work.frame.columns.length
      grid = createGrid(host, {
        columnDefs: columnsOf(work),
        rowData: rowsOf(work),
        getRowId: ({ data }: { data: { id: string } }) => data.id,
        rowHeight: 48,
        // Its dots would be keys of nested fields.
        suppressFieldDotNotation: true,
      })
    },
    show: work => {
      if (work.frame.columns.length !== columns) grid.setGridOption('columnDefs', columnsOf(work))
      columns = work.frame.columns.length
      grid.setGridOption('rowData', rowsOf(work))
    },
    scrollers: host => ({
      down: within(host, '.ag-body-viewport, .ag-grid-viewport'),
      across: within(host, '.ag-center-cols-viewport, .ag-grid-viewport'),
    }),
  }
})
