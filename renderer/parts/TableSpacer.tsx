import './data-table.css'

/** The rows of a long table that are not drawn: as high as they would be together, in pixels. */
export const TableSpacer = ({ height, columns }: { height: number; columns: number }) => (
  <tr className="data-table-spacer">
    <td colSpan={columns} style={{ height }} />
  </tr>
)
