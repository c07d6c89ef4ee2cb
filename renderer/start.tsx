import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './ui/base.css'
import './ui/direction.css'
import { listenForShortcuts } from './commands.ts'
import { keepMenu } from './menu.ts'
import { listenForEvents } from './query.ts'
import { Shell } from './shell/Shell.tsx'
import { followTheme } from './shell/theme.ts'

followTheme()
listenForShortcuts()
listenForEvents()
keepMenu()

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no root element.')
createRoot(root).render(
  <StrictMode>
    <Shell />
  </StrictMode>,
)
