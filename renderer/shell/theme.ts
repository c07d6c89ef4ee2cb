const key = 'theme'

const system = window.matchMedia('(prefers-color-scheme: dark)')

const show = () => {
  const chosen = localStorage.getItem(key)
  const dark = chosen === null ? system.matches : chosen === 'dark'
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'
}

/** Puts the theme on the page: the analyst's choice, or the system's for as long as there is none. Called once, at start. */
export const followTheme = (): void => {
  show()
  system.addEventListener('change', show)
}

export const isDark = (): boolean => document.documentElement.dataset.theme === 'dark'

/** Changes to the other theme, remembers it, and answers whether it is dark. */
export const toggleTheme = (): boolean => {
  localStorage.setItem(key, isDark() ? 'light' : 'dark')
  show()
  return isDark()
}
