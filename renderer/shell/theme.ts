import { hold } from '../held.ts'

const key = 'theme'

export const themes = ['system', 'light', 'dark'] as const
/** The analyst's choice; `system`: as the system says, for as long as nothing else was chosen. */
export type Theme = (typeof themes)[number]

const system = window.matchMedia('(prefers-color-scheme: dark)')

const kept = (): Theme => themes.find(one => one === localStorage.getItem(key)) ?? 'system'

const theme = hold<Theme>(kept())
const dark = hold(false)

const show = () => {
  const chosen = theme.read()
  dark.set(chosen === 'system' ? system.matches : chosen === 'dark')
  document.documentElement.dataset.theme = dark.read() ? 'dark' : 'light'
}

/** Puts the theme on the page, and the system's for as long as nothing else is chosen. Called once, at start. */
export const followTheme = (): void => {
  show()
  system.addEventListener('change', show)
}

/** Changes the theme, and remembers it on this computer. */
export const chooseTheme = (chosen: Theme): void => {
  if (chosen === 'system') localStorage.removeItem(key)
  else localStorage.setItem(key, chosen)
  theme.set(chosen)
  show()
}

/** Changes to the other theme than the one that is seen. */
export const toggleTheme = (): void => chooseTheme(dark.read() ? 'light' : 'dark')

export const useTheme = theme.use
export const useIsDark = dark.use
