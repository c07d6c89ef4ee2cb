import { hold } from '../held.ts'
import { keepTheme, keptTheme, showTheme, systemTheme, type Theme } from './kept-theme.ts'

const theme = hold<Theme>(keptTheme())
const dark = hold(false)

const show = () => dark.set(showTheme(theme.read()))

/** Puts the theme on the page, and the system's for as long as nothing else is chosen. Called once, at start. */
export const followTheme = (): void => {
  show()
  systemTheme.addEventListener('change', show)
}

/** Changes the theme, and remembers it on this computer. */
export const chooseTheme = (chosen: Theme): void => {
  keepTheme(chosen)
  theme.set(chosen)
  show()
}

/** Changes to the other theme than the one that is seen. */
export const toggleTheme = (): void => chooseTheme(dark.read() ? 'light' : 'dark')

export const useTheme = theme.use
export const useIsDark = dark.use
