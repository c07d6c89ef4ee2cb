import '../../../renderer/ui/base.css'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { listenForShortcuts, runCommand } from '../../../renderer/commands.ts'
import { RegisterView } from '../../../renderer/features/risks/register/RegisterView.tsx'
import { perform } from '../../../renderer/query.ts'
import type { RiskId } from '../../../shared/model/id.ts'
import { contend, enter, found } from './contender.ts'
import './workbench.ts'

contend('Glossator', () => {
  let host: HTMLElement
  return {
    open: at => {
      host = at
      listenForShortcuts()
      flushSync(() => createRoot(host).render(<RegisterView />))
    },
    sort: column => found<HTMLElement>(host, `.risks-table thead th:nth-child(${column + 1}) button`).click(),
    type: words => enter(found<HTMLInputElement>(host, '.register-bar input[type="search"]'), words),
    toggleStatus: status => {
      // The choices stay open as they do for the analyst, with how many each would leave.
      if (document.querySelector('.register-filter') === null) found<HTMLElement>(host, '#register-filter').click()
      const choices = [...document.querySelectorAll<HTMLElement>('.register-filter label')]
      choices
        .find(label => label.textContent?.startsWith(status))
        ?.querySelector('input')
        ?.click()
    },
    group: by => enter(found<HTMLSelectElement>(host, '.register-bar select'), by),
    earlier: () => document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '[', bubbles: true })),
    now: () => runCommand('heatMap.now'),
    edit: title => {
      const id = found<HTMLElement>(host, '.risks-table tr[data-risk]').dataset.risk as RiskId
      void perform('risks.update', { id, patch: { title } })
    },
    refs: at =>
      [...at.querySelectorAll('.risks-table tr[data-risk]')].map(row => row.querySelector('td')?.textContent ?? ''),
    map: at => [...at.querySelectorAll('.heat-cell')].map(cell => cell.getAttribute('aria-label')).join(),
    scroller: at => found(at, '.risks-table'),
  }
})
